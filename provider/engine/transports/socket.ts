import type { Socket } from "node:net";
import type { Address } from "../address";
import { connectionError } from "../connection-errors";

/** The socket, once `event` says that it is open. */
export function opened<S extends Socket>(
  socket: S,
  event: "connect" | "secureConnect",
  address: Address,
  signal: AbortSignal | undefined,
): Promise<S> {
  return new Promise((resolve, reject) => {
    const settle = () => {
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
    const onAbort = () => {
      settle();
      socket.on("error", () => {}).destroy();
      reject(signal?.reason);
    };
    socket.on(event, onOpen).on("error", onError);
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
  });
}
