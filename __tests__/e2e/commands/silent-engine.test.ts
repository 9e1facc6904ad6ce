import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newPrefix } from "../drills/lab-objects";
import { type Ended, OwnCheckout } from "./own-checkout";

jest.setTimeout(120_000);

const sockets = new Set<Socket>();
let folder: string;
let checkout: OwnCheckout;
let server: Server | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "t-silent-"));
  checkout = new OwnCheckout(`${newPrefix("silent")}-`);
  // Else there would be nothing to ask the engine of.
  writeFileSync(join(checkout.folder, "terraform.stage1.tfstate"), '{"version":4,"resources":[{}]}');
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
});
afterAll(() => {
  checkout.remove();
  rmSync(folder, { recursive: true });
});

/** An engine that takes every connection and then does what it does; its URL. */
async function engineThat(speaks: (socket: Socket) => void): Promise<string> {
  const listening = createServer((socket) => {
    sockets.add(socket.on("error", () => {}));
    speaks(socket);
  });
  server = listening;
  const path = join(folder, "engine.sock");
  await new Promise<void>((resolve) => listening.listen(path, resolve));
  return `unix://${path}`;
}

const trickles = (socket: Socket) => {
  socket.write("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 100000\r\n\r\n");
  const each = setInterval(() => socket.write("x"), 1000);
  socket.on("close", () => clearInterval(each));
};

const commands = ["doctor", "status", "verify", "destroy"];
const engines = [
  { name: "never answers", speaks: () => {} },
  { name: "sends a byte a second", speaks: trickles },
];

test.each(engines)("of an engine that accepts and $name every command says so, and ends", async ({ speaks }) => {
  const DOCKER_HOST = await engineThat(speaks);
  const ended: Ended[] = await Promise.all(commands.map((command) => checkout.start([command], { DOCKER_HOST }).ended));
  for (const { code, stdout, stderr } of ended) {
    expect([code, stdout + stderr]).toEqual([
      1,
      expect.stringMatching(/the engine at unix:\S+ accepts but does not answer.*start it again/s),
    ]);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
  }
});
