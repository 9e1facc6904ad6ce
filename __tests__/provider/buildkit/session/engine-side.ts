import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { Client, credentials, Metadata, type status } from "@grpc/grpc-js";
import { BuildSession, type SessionOffers } from "../../../../provider/buildkit";

const asIs = (bytes: Buffer): Buffer => bytes;
export const DIFF_COPY = "/moby.filesync.v1.FileSync/DiffCopy";

/** The engine's half: a gRPC client whose connection is handed to a session. */
export interface EngineSide {
  readonly client: Client;
  readonly session: BuildSession;
  close(): void;
}

let side: EngineSide | undefined;
afterEach(() => side?.close());

/** A session with what it offers, closed after the test. */
export async function open(offers: Partial<SessionOffers>): Promise<EngineSide> {
  const nothing = { folders: {}, credentials: async () => undefined, secret: async () => undefined };
  const session = new BuildSession({ ...nothing, ...offers });
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    session.serve(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure());
  side = {
    client,
    session,
    close() {
      client.close();
      session.close();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
  return side;
}

export const ask = (client: Client, path: string, request: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) => (error ? reject(error) : resolve(answer!)));
  });

export type Asking = Readonly<Record<string, readonly string[]>>;

export function request(client: Client, asking: Asking, path = DIFF_COPY) {
  const metadata = new Metadata();
  for (const [key, values] of Object.entries(asking)) for (const value of values) metadata.add(key, value);
  const stream = client.makeBidiStreamRequest(path, asIs, asIs, metadata);
  // How it ends is told by its status.
  stream.on("error", () => {});
  return stream;
}

export const statusOf = (stream: ReturnType<typeof request>) =>
  new Promise<{ readonly code: status; readonly details: string }>((resolve) => {
    stream.on("status", resolve);
  });
