import type { Socket } from "node:net";
import {
  type handleBidiStreamingCall,
  type handleServerStreamingCall,
  type handleUnaryCall,
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { type Identity, pem } from "./go-plugin/certificate";
import { type HandledCall, handlers } from "./tfplugin6/handlers";

type Unary = handleUnaryCall<Buffer, Buffer>;
type ResponseStream = handleServerStreamingCall<Buffer, Buffer>;
type BothStreams = handleBidiStreamingCall<Buffer, Buffer>;

export interface Served {
  answer(call: HandledCall, request: Buffer): Promise<Buffer>;
  /** StopProvider */
  stop(): void;
  /** GRPCController.Shutdown */
  shutdown(): void;
  /** Before each call. */
  called(): void;
}

/** An empty message. */
const EMPTY = Buffer.alloc(0);

/** The gRPC server on connections that somebody else accepts. It moves bytes; messages are read and written elsewhere. */
export function createGrpcServer(served: Served, identity: Identity | undefined, client: string | undefined) {
  const server = new Server({
    // 4 MiB unless told; a state may be larger.
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
    "grpc.enable_channelz": 0,
  });
  const unary =
    (answer: (request: Buffer) => Promise<Buffer> | Buffer): Unary =>
    async (call, respond) => {
      served.called();
      respond(null, await answer(call.request));
    };

  const provider = Object.keys(handlers) as HandledCall[];
  addService(server, "tfplugin6.Provider", {
    ...Object.fromEntries(provider.map((name) => [name, unary((request) => served.answer(name, request))])),
    StopProvider: unary(() => {
      served.stop();
      return EMPTY;
    }),
  });
  addService(server, "plugin.GRPCController", {
    Shutdown: unary(() => {
      served.shutdown();
      return EMPTY;
    }),
  });
  // Neither is used by a provider; a refusal would be logged as an error.
  addService(server, "plugin.GRPCBroker", { StartStream: heldOpen }, { requestStream: true, responseStream: true });
  addService(server, "plugin.GRPCStdio", { StreamStdio: heldOpen }, { requestStream: false, responseStream: true });

  return server.createConnectionInjector(credentials(identity, client)) as { injectConnection(socket: Socket): void };
}

/** A stream that says nothing, until the client ends it. */
const heldOpen = ((call: Parameters<ResponseStream>[0] | Parameters<BothStreams>[0]) => {
  if ("resume" in call) call.on("end", () => call.end()).resume();
}) as ResponseStream & BothStreams;

/** With TLS only the one client is let in. */
function credentials(identity: Identity | undefined, client: string | undefined): ServerCredentials {
  if (!identity || !client) return ServerCredentials.createInsecure();
  const pair = { cert_chain: Buffer.from(pem(identity.certificate)), private_key: Buffer.from(identity.privateKey) };
  return ServerCredentials.createSsl(Buffer.from(client), [pair], true);
}

const asIs = (bytes: Buffer): Buffer => bytes;

function addService(
  server: Server,
  service: string,
  implementation: UntypedServiceImplementation,
  stream = { requestStream: false, responseStream: false },
): void {
  const definition: ServiceDefinition = Object.fromEntries(
    Object.keys(implementation).map((name) => [
      name,
      {
        path: `/${service}/${name}`,
        ...stream,
        requestSerialize: asIs,
        requestDeserialize: asIs,
        responseSerialize: asIs,
        responseDeserialize: asIs,
      },
    ]),
  );
  server.addService(definition, implementation);
}
