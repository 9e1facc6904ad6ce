import type { Server, Socket } from "node:net";
import { logOf } from "../log";
import type { Provider } from "../schema/provider";
import type { Identity } from "./go-plugin/certificate";
import type { SocketPath } from "./go-plugin/socket";
import { createGrpcServer } from "./grpc-server";
import { InFlight } from "./process/in-flight";
import { Lifetime } from "./process/lifetime";
import { onTerminate } from "./process/signals";
import { createAnswers } from "./tfplugin6/answer";

const log = logOf("plugin");
/** Time for the answer to Shutdown to leave; Terraform closes the connection as soon as it has it. */
const FAREWELL_MS = 100;

export interface Serving {
  readonly load: () => Promise<Provider>;
  readonly listener: Server;
  readonly socket: SocketPath;
  readonly identity: Identity | undefined;
  readonly clientCertificate: string | undefined;
}

/** Everything after the handshake line. Its imports take longer to load than all that was loaded before it. */
export function startServing({ load, listener, socket, identity, clientCertificate }: Serving): void {
  const inFlight = new InFlight();
  const answers = createAnswers(load, inFlight);
  const lifetime = new Lifetime(listener, inFlight, { removeSocket: socket.remove, close: answers.close });
  const grpc = createGrpcServer(
    {
      answer: answers.answer,
      called: () => lifetime.firstCall(),
      stop: () => inFlight.stop("stopped: Terraform was interrupted"),
      shutdown: () => setTimeout(() => lifetime.end("Terraform asked for it"), FAREWELL_MS),
    },
    identity,
    clientCertificate,
  );
  listener.on("connection", (connection: Socket) => grpc.injectConnection(connection));
  onTerminate(() => inFlight.stop("stopped: the provider received SIGTERM"));
  // A call that goes wrong where nobody waits for it must not take the others along.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (thrown: unknown) => {
      log.error("bug in the provider", { event, error: thrown instanceof Error ? thrown.name : typeof thrown });
    });
  }
}
