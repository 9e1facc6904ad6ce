import type { Socket } from "node:net";
import { logOf } from "../../log";
import { sweepTemporary } from "../../temporary";
import type { Provider } from "../schema/provider";
import { createGrpcServer } from "./grpc-server";
import { InFlight } from "./process/in-flight";
import { Lifetime } from "./process/lifetime";
import type { Launch, Program } from "./program";
import { createAnswers } from "./tfplugin6/answer";

const log = logOf("plugin");
/** Time for the answer to Shutdown to leave; Terraform closes the connection as soon as it has it. */
const FAREWELL_MS = 100;

/**
 * A provider as the program that the launcher loads: `export const { start } = serve(load)`.
 *
 * @param load called with the first call; the provider's modules are best loaded by it, not before
 */
export const serve = (load: () => Promise<Provider>): Program => ({ start: (launch) => start(load, launch) });

function start(load: () => Promise<Provider>, launch: Launch): void {
  const { listener, socket, identity, clientCertificate } = launch;
  const inFlight = new InFlight();
  const answers = createAnswers(load, inFlight);
  const lifetime = new Lifetime(listener, inFlight, {
    parent: launch.parent,
    removeSocket: socket.remove,
    close: () => answers.close(),
  });
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
  listener.once("connection", () => void sweepTemporary(socket.base));
  launch.onTerminate(() => lifetime.terminate());
  // A call that goes wrong where nobody waits for it must not take the others along.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (thrown: unknown) => {
      log.error("bug in the provider", { event, error: thrown instanceof Error ? thrown.name : typeof thrown });
    });
  }
}
