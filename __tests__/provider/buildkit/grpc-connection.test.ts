import { createServer, type Http2Server, type ServerHttp2Stream } from "node:http2";
import { type AddressInfo, connect, type Socket } from "node:net";
import { Refused } from "../../../engine";
import { GrpcConnection } from "../../../provider/buildkit/grpc-connection";

let server: Http2Server;
let socket: Socket;
let grpc: GrpcConnection;
/** What the server does with a call. */
let answer: (stream: ServerHttp2Stream, message: Buffer) => void;
beforeEach(async () => {
  server = createServer();
  server.on("stream", (stream) => {
    stream.on("error", () => {});
    stream.once("data", (message: Buffer) => answer(stream, message));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  grpc = new GrpcConnection(socket);
});
afterEach(() => {
  grpc.close();
  socket.destroy();
  server.close();
});

const framed = (text: string) => Buffer.concat([Buffer.from([0, 0, 0, 0, text.length]), Buffer.from(text)]);

function answering(chunks: readonly Buffer[], trailers: Record<string, string>) {
  answer = (stream) => {
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers(trailers));
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  };
}

async function all(): Promise<string[]> {
  const messages: string[] = [];
  for await (const message of grpc.stream("/a.B/C", Buffer.from("x"))) messages.push(message.toString());
  return messages;
}

test("messages come whole, however the bytes are cut", async () => {
  const bytes = Buffer.concat([framed("first"), framed(""), framed("second")]);
  answering([bytes.subarray(0, 3), bytes.subarray(3, 12), bytes.subarray(12)], { "grpc-status": "0" });
  expect(await all()).toEqual(["first", "", "second"]);
});

test("a call is given the one message of its answer", async () => {
  answering([framed("only")], { "grpc-status": "0" });
  expect((await grpc.call("/a.B/C", Buffer.from("x"))).toString()).toBe("only");
});

test("a refusal is told in its own words", async () => {
  answering([framed("before")], { "grpc-status": "2", "grpc-message": "exit code: 3 %E2%9C%97" });
  await expect(all()).rejects.toEqual(new Refused("exit code: 3 ✗"));
});

test("a refusal without any message, too", async () => {
  answer = (stream) =>
    stream.respond({ ":status": 200, "grpc-status": "12", "grpc-message": "unknown service" }, { endStream: true });
  await expect(grpc.call("/a.B/C", Buffer.from("x"))).rejects.toEqual(new Refused("unknown service"));
});

test.each([
  ["by the other side", (stream: ServerHttp2Stream) => stream.session!.destroy()],
  ["on this side", () => socket.destroy()],
])("a connection that is lost %s ends the call", async (_, lose) => {
  answer = (stream) => lose(stream);
  await expect(grpc.call("/a.B/C", Buffer.from("x"))).rejects.toThrow(/closed|reset/i);
});
