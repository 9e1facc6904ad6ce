import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { Client, credentials, Metadata, status } from "@grpc/grpc-js";
import { GrpcServer, type Methods } from "../../../provider/grpc/grpc-server";
import { GrpcError, Status } from "../../../provider/grpc/status";

const asIs = (bytes: Buffer): Buffer => bytes;
let server: Server;
let client: Client;
const sockets = new Set<Socket>();

async function serve(methods: Methods): Promise<GrpcServer> {
  const grpc = new GrpcServer(methods);
  server = createServer((socket) => {
    sockets.add(socket);
    grpc.accept(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  client = new Client(`127.0.0.1:${(server.address() as { port: number }).port}`, credentials.createInsecure());
  return grpc;
}
afterEach(async () => {
  client.close();
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((closed) => server.close(closed));
});

const ask = (path: string, request: Buffer = Buffer.alloc(0)): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) => (error ? reject(error) : resolve(answer!)));
  });

test("calls of one connection are answered as each is done", async () => {
  let resolve: (answer: Buffer) => void = () => {};
  const promise = new Promise<Buffer>((resolved) => {
    resolve = resolved;
  });
  await serve({ "/a.A/Slow": { unary: () => promise }, "/a.A/Fast": { unary: (request) => request } });
  const slow = ask("/a.A/Slow");
  expect((await ask("/a.A/Fast", Buffer.from("fast"))).toString()).toBe("fast");
  resolve(Buffer.from("slow"));
  expect((await slow).toString()).toBe("slow");
});

test.each([
  ["a status of its own, its words in any script", new GrpcError(Status.notFound, "no ñ: 100 %\n漢"), status.NOT_FOUND],
  ["anything else", new Error("no ñ: 100 %\n漢"), status.UNKNOWN],
])("what a method throws is the caller's status: %s", async (_, thrown, code) => {
  await serve({
    "/a.A/Fails": {
      unary: async () => {
        throw thrown;
      },
    },
  });
  await expect(ask("/a.A/Fails")).rejects.toMatchObject({ code, details: "no ñ: 100 %\n漢" });
});

test("a path that every object inherits is no method", async () => {
  await serve({});
  await expect(ask("/constructor")).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
});

test("a stream has messages both ways and is told what the caller asked it with", async () => {
  await serve({
    "/a.A/Echo": {
      stream(call) {
        call.on("data", (message: Buffer) => call.write(Buffer.from(`${call.headers["greeting"]} ${message}`)));
        call.on("end", () => call.end());
      },
    },
  });
  const metadata = new Metadata();
  metadata.add("greeting", "hello");
  const stream = client.makeBidiStreamRequest("/a.A/Echo", asIs, asIs, metadata);
  const read: string[] = [];
  stream.on("data", (message: Buffer) => read.push(message.toString()));
  const ended = once(stream, "status");
  for (const message of ["a", "", "c"]) stream.write(Buffer.from(message));
  stream.end();
  expect((await ended)[0]).toMatchObject({ code: status.OK });
  expect(read).toEqual(["hello a", "hello ", "hello c"]);
});

test("who writes waits for a caller that does not read, and learns that it is gone", async () => {
  const wrote: string[] = [];
  const closed = new Promise<void>((resolve) => {
    void serve({
      "/a.A/Pour": {
        stream(call) {
          const pour = () => {
            while (call.write(Buffer.alloc(64 * 1024)));
            wrote.push("waits");
          };
          call.on("drain", pour).on("close", resolve).resume();
          pour();
        },
      },
    }).then(() => {
      const stream = client.makeBidiStreamRequest("/a.A/Pour", asIs, asIs);
      stream.on("error", () => {}).once("data", () => stream.pause().cancel());
      stream.write(Buffer.alloc(0));
    });
  });
  await closed;
  expect(wrote.length).toBeGreaterThan(0);
});

test("closed, it breaks its connections", async () => {
  let grpc: GrpcServer | undefined;
  grpc = await serve({
    "/a.A/Never": {
      unary() {
        grpc?.close();
        return new Promise(() => {});
      },
    },
  });
  await expect(ask("/a.A/Never")).rejects.toMatchObject({ code: status.UNAVAILABLE });
});
