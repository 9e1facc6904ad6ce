import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, credentials, status } from "@grpc/grpc-js";
import { createIdentity, pem } from "../../../provider/plugin/go-plugin/certificate";
import { createGrpcServer } from "../../../provider/plugin/grpc-server";

const folder = mkdtempSync(join(tmpdir(), "t-grpc-"));
afterAll(() => rmSync(folder, { recursive: true }));

const server = createIdentity();
const terraform = createIdentity();
const stranger = createIdentity();

const served = { answer: jest.fn(), stop: jest.fn(), shutdown: jest.fn(), called: jest.fn() };
const sockets = new Set<Socket>();
const clients: Client[] = [];
let listeners: Server[] = [];
beforeEach(() => {
  jest.resetAllMocks();
  served.answer.mockImplementation(async (call: string, request: Buffer) =>
    Buffer.concat([Buffer.from(`${call}:`), request]),
  );
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const socket of sockets) socket.destroy();
  await Promise.all(listeners.map((listener) => new Promise((closed) => listener.close(closed))));
  listeners = [];
});

let count = 0;
async function listening(tls: boolean): Promise<string> {
  const path = join(folder, `${count++}.sock`);
  const grpc = createGrpcServer(served, tls ? server : undefined, tls ? pem(terraform.certificate) : undefined);
  const listener = createServer((socket) => {
    sockets.add(socket);
    grpc.injectConnection(socket);
  });
  listeners.push(listener);
  await new Promise<void>((ready) => listener.listen(path, ready));
  return path;
}

type Identity = typeof server;
function clientOf(path: string, identity?: Identity, expected: Identity = server): Client {
  const secure = () =>
    credentials.createSsl(
      Buffer.from(pem(expected.certificate)),
      Buffer.from(identity!.privateKey),
      Buffer.from(pem(identity!.certificate)),
    );
  const client = new Client(`unix:${path}`, identity ? secure() : credentials.createInsecure(), {
    "grpc.ssl_target_name_override": "localhost",
    "grpc.default_authority": "localhost",
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  clients.push(client);
  return client;
}

const asIs = (bytes: Buffer) => bytes;
const call = (client: Client, path: string, request = Buffer.alloc(0)) =>
  new Promise<Buffer>((resolve, reject) => {
    client.makeUnaryRequest(path, asIs, asIs, request, { deadline: Date.now() + 10_000 }, (error, response) =>
      error ? reject(error) : resolve(response ?? Buffer.alloc(0)),
    );
  });

const METADATA = "/tfplugin6.Provider/GetMetadata";

test("Terraform, by its certificate, is answered", async () => {
  const client = clientOf(await listening(true), terraform);
  expect((await call(client, METADATA, Buffer.from("a"))).toString()).toBe("GetMetadata:a");
  expect(served.called).toHaveBeenCalledTimes(1);
});

test("without TLS anyone who can reach the socket is", async () => {
  const client = clientOf(await listening(false));
  expect((await call(client, METADATA)).toString()).toBe("GetMetadata:");
});

test("a client with another certificate is turned away before any call", async () => {
  const client = clientOf(await listening(true), stranger);
  await expect(call(client, METADATA)).rejects.toMatchObject({ code: status.UNAVAILABLE });
  expect(served.called).not.toHaveBeenCalled();
});

test("a client without TLS is turned away where TLS is on", async () => {
  const client = clientOf(await listening(true));
  await expect(call(client, METADATA)).rejects.toMatchObject({ code: status.UNAVAILABLE });
  expect(served.called).not.toHaveBeenCalled();
});

test("after strangers Terraform is still let in", async () => {
  const path = await listening(true);
  await expect(call(clientOf(path, stranger), METADATA)).rejects.toMatchObject({ code: status.UNAVAILABLE });
  await expect(call(clientOf(path), METADATA)).rejects.toMatchObject({ code: status.UNAVAILABLE });
  expect((await call(clientOf(path, terraform), METADATA)).toString()).toBe("GetMetadata:");
});

test("messages may be larger than 4 MiB, both ways", async () => {
  const client = clientOf(await listening(true), terraform);
  const large = Buffer.alloc(24 * 1024 * 1024, "x");
  const answer = await call(client, METADATA, large);
  expect(answer.length).toBe("GetMetadata:".length + large.length);
});

test.each(["/tfplugin6.Provider/ListResource", "/tfplugin6.Provider/ConfigureStateStore"])(
  "%s is not implemented",
  async (path) => {
    const client = clientOf(await listening(true), terraform);
    await expect(call(client, path)).rejects.toMatchObject({ code: status.UNIMPLEMENTED });
  },
);

test("StopProvider stops, and answers that nothing went wrong", async () => {
  const client = clientOf(await listening(true), terraform);
  expect(await call(client, "/tfplugin6.Provider/StopProvider")).toHaveLength(0);
  expect(served.stop).toHaveBeenCalledTimes(1);
});

test("Shutdown is passed on", async () => {
  const client = clientOf(await listening(true), terraform);
  await call(client, "/plugin.GRPCController/Shutdown");
  expect(served.shutdown).toHaveBeenCalledTimes(1);
});

test("the streams of go-plugin stay open until the client ends them", async () => {
  const client = clientOf(await listening(true), terraform);
  const broker = client.makeBidiStreamRequest("/plugin.GRPCBroker/StartStream", asIs, asIs);
  const stdio = client.makeServerStreamRequest("/plugin.GRPCStdio/StreamStdio", asIs, asIs, Buffer.alloc(0));
  const ends: string[] = [];
  for (const [name, stream] of [
    ["broker", broker],
    ["stdio", stdio],
  ] as const) {
    stream
      .on("data", () => ends.push(`${name} said something`))
      .on("end", () => ends.push(name))
      .on("error", (error) => ends.push(`${name}: ${error.message}`));
  }
  // A call that comes and goes on the same connection is time enough for a stream that would not stay open.
  broker.write(Buffer.alloc(0));
  await call(client, METADATA);
  expect(ends).toEqual([]);
  const brokerEnded = new Promise((resolve) => broker.on("end", resolve));
  broker.end();
  await brokerEnded;
  const stdioEnded = new Promise((resolve) => stdio.on("error", resolve));
  stdio.cancel();
  await stdioEnded;
  expect(ends.slice(0, 2)).toEqual(["broker", "stdio: 1 CANCELLED: Cancelled on client"]);
});
