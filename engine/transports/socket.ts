import type { Socket } from "node:net";
import type { Address } from "../address";
import { connectionError } from "../connection-errors";
import { limitError } from "../limit-errors";
import { timer } from "../timer";

/** The socket, once `event` says that it is open. @param within milliseconds, undefined for no limit */
export function opened<S extends Socket>(
  socket: S,
  event: "connect" | "secureConnect",
  address: Address,
  signal: AbortSignal | undefined,
  within: number | undefined,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      patience.stop();
      socket.off(event, onOpen).off("error", onError);
      signal?.removeEventListener("abort", onAbort);
    };
    const onOpen = () => {
      settle();
      resolve(socket);
    };
    const onError = (error: Error) => {
      settle();
      reject(connectionError(address, error));
    };
    const giveUp = (reason: unknown) => {
      settle();
      socket.on("error", () => {}).destroy();
      reject(reason);
    };
    const onAbort = () => giveUp(signal?.reason);
    const patience = timer("connect", within, (reached) => giveUp(limitError(address.url, reached)));
    socket.on(event, onOpen).on("error", onError);
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
  });
}
