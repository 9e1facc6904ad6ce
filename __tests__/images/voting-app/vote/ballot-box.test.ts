import { createServer, type Server, type Socket } from "node:net";

let server: Server;
let asked: string[];
let onAsked: (socket: Socket, times: number) => void;
let box: typeof import("../../../../images/voting-app/vote/ballot-box");

beforeEach(async () => {
  asked = [];
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      asked.push(chunk.toString());
      onAsked(socket, asked.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env["REDIS_URL"] = `redis://127.0.0.1:${(server.address() as { port: number }).port}`;
  jest.resetModules();
  box = jest.requireActual("../../../../images/voting-app/vote/ballot-box");
});
afterEach(async () => {
  delete process.env["REDIS_URL"];
  await box.close();
  await new Promise((resolve) => server.close(resolve));
});

const isAwaited = () => true;

test("a vote is stored once redis says so, with the time at which it was cast", async () => {
  onAsked = (socket) => socket.write(":1\r\n");
  await box.put("0a", "b", isAwaited);
  expect(asked).toEqual([
    expect.stringMatching(/RPUSH\r\n\$5\r\nvotes\r\n.*"voter_id":"0a","vote":"b","cast_at":\d+/s),
  ]);
});

test("a vote whose answer is slower than a disk mostly is, is waited for, and sent once", async () => {
  onAsked = (socket) => setTimeout(() => socket.write(":1\r\n"), 700);
  await box.put("0a", "a", isAwaited);
  expect(asked).toHaveLength(1);
});

test("a vote whose connection is lost is sent again, as it was cast", async () => {
  onAsked = (socket, times) => (times < 3 ? socket.destroy() : socket.write(":1\r\n"));
  await box.put("0a", "a", isAwaited);
  expect(asked).toHaveLength(3);
  expect(new Set(asked).size).toBe(1);
});

test("one that nobody waits for any more is not sent again", async () => {
  onAsked = (socket) => socket.destroy();
  await expect(box.put("0a", "a", () => false)).rejects.toThrow();
  expect(asked).toHaveLength(1);
});
