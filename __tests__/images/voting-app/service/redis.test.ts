import { createServer, type Server, type Socket } from "node:net";
import { Redis } from "../../../../images/voting-app/service/redis";

let server: Server;
let answer: (socket: Socket, text: string) => void;
let redis: Redis;
let connections = 0;
beforeEach(async () => {
  connections = 0;
  server = createServer((socket) => {
    connections += 1;
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => answer(socket, chunk.toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  redis = new Redis(new URL(`redis://127.0.0.1:${(server.address() as { port: number }).port}`));
});
afterEach(async () => {
  redis.close();
  await new Promise((resolve) => server.close(resolve));
});

test("a command is sent with the lengths of its words in bytes", async () => {
  let sent = "";
  answer = (socket, text) => {
    sent = text;
    socket.write(":1\r\n");
  };
  expect(await redis.command(1_000, "RPUSH", "votes", "ü")).toBe(1);
  expect(sent).toBe("*3\r\n$5\r\nRPUSH\r\n$5\r\nvotes\r\n$2\r\nü\r\n");
});

test("answers come in the order of the commands, also in pieces", async () => {
  answer = (socket, text) => {
    for (const word of text.match(/ECHO\d/g) ?? []) socket.write(`$5\r\n${word}\r\n`);
  };
  expect(await Promise.all([redis.command(1_000, "ECHO1"), redis.command(1_000, "ECHO2")])).toEqual(["ECHO1", "ECHO2"]);
  expect(connections).toBe(1);
});

test("redis' own error is thrown, and the connection stays", async () => {
  answer = (socket) => socket.write("-LOADING not yet\r\n");
  await expect(redis.command(1_000, "PING")).rejects.toThrow("redis: LOADING not yet");
  await expect(redis.command(1_000, "PING")).rejects.toThrow("LOADING");
  expect(connections).toBe(1);
});

test("no answer in time fails every command that waits, and the next has a new connection", async () => {
  answer = () => undefined;
  const waiting = [redis.command(50, "PING"), redis.command(60_000, "PING")];
  expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  answer = (socket) => socket.write("+PONG\r\n");
  expect(await redis.command(1_000, "PING")).toBe("PONG");
  expect(connections).toBe(2);
});

test("a connection that is closed fails what waits", async () => {
  answer = (socket) => socket.destroy();
  await expect(redis.command(1_000, "PING")).rejects.toThrow();
});

test("where nobody listens, that is the error", async () => {
  const nobody = new Redis(new URL("redis://127.0.0.1:1"));
  await expect(nobody.command(1_000, "PING")).rejects.toThrow("ECONNREFUSED");
});
