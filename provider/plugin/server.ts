import { readFileSync } from "node:fs";
import type { Socket } from "node:net";
import { join } from "node:path";
import { logOf } from "../../log";
import { createGrpcServer } from "./grpc-server";
import { InFlight } from "./process/in-flight";
import { Lifetime } from "./process/lifetime";
import { type Answering, type Launch, PROVIDER } from "./program";
import type { Answers } from "./tfplugin6/answer";
import { keptCalls, keptFile } from "./tfplugin6/handled-calls";
import type { HandledCall } from "./tfplugin6/handlers";

const log = logOf("plugin");
/** Time for the answer to Shutdown to leave; Terraform closes the connection as soon as it has it. */
const FAREWELL_MS = 100;

/** Serves the provider beside this file, which is loaded by the first call whose answer is not kept. */
export function start({ listener, socket, identity, clientCertificate, parent, onTerminate }: Launch): void {
  const inFlight = new InFlight();
  let answers: Answers | undefined;
  const opened = () => {
    answers ??= open(inFlight, socket.base);
    return answers;
  };
  const lifetime = new Lifetime(listener, inFlight, {
    parent,
    removeSocket: socket.remove,
    close: () => answers?.close(),
  });
  const grpc = createGrpcServer(
    {
      answer: (call, request) => keptAnswer(call) ?? opened().answer(call, request),
      called: () => lifetime.firstCall(),
      stop: () => inFlight.stop("stopped: Terraform was interrupted"),
      shutdown: () => setTimeout(() => lifetime.end("Terraform asked for it"), FAREWELL_MS),
    },
    identity,
    clientCertificate,
  );
  listener.on("connection", (connection: Socket) => grpc.injectConnection(connection));
  onTerminate(() => lifetime.terminate());
  // A call that goes wrong where nobody waits for it must not take the others along.
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (thrown: unknown) => {
      log.error("bug in the provider", { event, error: thrown instanceof Error ? thrown.name : typeof thrown });
    });
  }
}

/** Loads what answers, and sweeps what killed runs left: neither is needed before. */
function open(inFlight: InFlight, base: string): Answers {
  const { sweepTemporary } = require("../../temporary") as typeof import("../../temporary");
  void sweepTemporary(base);
  return (require(join(__dirname, PROVIDER)) as Answering).open(inFlight);
}

/** Undefined for one that is not kept, or cannot be read. */
function keptAnswer(call: HandledCall): Buffer | undefined {
  if (!keptCalls.some((kept) => kept === call)) return undefined;
  try {
    return readFileSync(join(__dirname, keptFile(call)));
  } catch {
    return undefined;
  }
}
