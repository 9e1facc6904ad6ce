import { existsSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { createSocketPath } from "../../../../provider/plugin/go-plugin/socket";
import { listenAt } from "../../../../provider/plugin/process/listen";

/** A server as a Node.js would show it that has its shorter way no more. */
const withoutShorterWay = (of: Server): Server =>
  new Proxy(of, {
    get(target, name) {
      const value: unknown = name === "_listen2" ? undefined : Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
const servers = [
  { name: "as Node.js has it", shown: (of: Server) => of },
  { name: "where Node.js has its shorter way no more", shown: withoutShorterWay },
];

let server: Server;
const socket = createSocketPath();
afterEach(() => new Promise((resolve) => server.close(resolve)));
afterAll(() => socket.remove());

test.each(servers)("whoever connects to the path is heard, $name", async ({ shown }) => {
  server = createServer();
  const heard = new Promise((resolve) => server.once("connection", (connection) => resolve(connection.destroy())));
  await new Promise<void>((resolve) => listenAt(shown(server), socket.path, resolve));
  connect(socket.path).on("error", () => {});
  await heard;
});

test("a path that cannot be is an error of the server's", async () => {
  server = createServer();
  const failed = new Promise((resolve) => server.once("error", resolve));
  listenAt(server, `${socket.path}/below-a-socket`, () => {});
  expect(await failed).toMatchObject({ code: expect.stringMatching(/^(?:ENOTDIR|ENOENT|EACCES)$/) });
  expect(existsSync(socket.path)).toBe(false);
});
