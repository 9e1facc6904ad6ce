import type { Socket } from "node:net";
import { GrpcServer, type Method, type Methods } from "../grpc/grpc-server";
import { type Identity, pem } from "./go-plugin/certificate";
import { handledCalls } from "./tfplugin6/handled-calls";
import type { HandledCall } from "./tfplugin6/handlers";

export interface Served {
  answer(call: HandledCall, request: Buffer): Promise<Uint8Array> | Uint8Array;
  /** StopProvider */
  stop(): void;
  /** GRPCController.Shutdown */
  shutdown(): void;
  /** Before each call. */
  called(): void;
}

/** An empty message. */
const EMPTY = Buffer.alloc(0);

/** The gRPC server that Terraform calls, on connections that somebody else accepts: only the one client is let in. */
export function createGrpcServer(served: Served, identity: Identity | undefined, client: string | undefined) {
  const unary = (answer: (request: Buffer) => Promise<Uint8Array> | Uint8Array): Method => ({
    unary(request) {
      served.called();
      return answer(request);
    },
  });
  const does = (what: () => void) =>
    unary(() => {
      what();
      return EMPTY;
    });
  const calls = handledCalls.map(
    (name) => [`/tfplugin6.Provider/${name}`, unary((request) => served.answer(name, request))] as const,
  );
  const methods: Methods = {
    ...Object.fromEntries(calls),
    "/tfplugin6.Provider/StopProvider": does(() => served.stop()),
    "/plugin.GRPCController/Shutdown": does(() => served.shutdown()),
    // Neither is used by a provider; a refusal would be logged as an error.
    "/plugin.GRPCBroker/StartStream": { stream: (call) => call.on("end", () => call.end()).resume() },
    "/plugin.GRPCStdio/StreamStdio": { stream: (call) => call.resume() },
  };
  const tls = identity && client && { certificate: pem(identity.certificate), key: identity.privateKey, client };
  const server = new GrpcServer(methods, tls || undefined);
  return { injectConnection: (socket: Socket) => server.accept(socket) };
}
