import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { Tunnel, type TunnelProcess } from "../../../engine/transports/tunnel";

const children: ChildProcessWithoutNullStreams[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

/** A tunnel over a shell command; `failed` becomes its error where the command fails. */
function through(command: string, failed = new Error("failed")): Tunnel {
  const child = spawn("sh", ["-c", command], { stdio: "pipe" });
  children.push(child);
  const ended = once(child, "close");
  const far: TunnelProcess = {
    input: child.stdin,
    output: child.stdout,
    decode: (chunk) => [chunk],
    async ending() {
      const [code] = await ended;
      return code === 0 ? undefined : failed;
    },
    kill: () => child.kill(),
    ref: () => child.ref(),
    unref: () => child.unref(),
  };
  return new Tunnel(far);
}

test("what goes in comes out, and the end with it", async () => {
  const bytes = randomBytes(4_000_003);
  const tunnel = through("cat");
  tunnel.end(bytes);
  expect((await buffer(tunnel)).equals(bytes)).toBe(true);
});

test("after its own end it still reads", async () => {
  const tunnel = through("cat >/dev/null; echo the end was seen");
  tunnel.end("x");
  expect(String(await buffer(tunnel))).toBe("the end was seen\n");
});

test("the process's failure is the error, not the broken pipe that it leaves", async () => {
  const tunnel = through("exec <&-; echo some; exit 3");
  tunnel.write(Buffer.alloc(10_000_000));
  await expect(buffer(tunnel)).rejects.toThrow("failed");
});

test("what cannot be decoded is the error", async () => {
  const child = spawn("sh", ["-c", "echo x; cat"], { stdio: "pipe" });
  children.push(child);
  const far = { input: child.stdin, output: child.stdout, ending: async () => undefined, kill: () => child.kill() };
  const decode = () => {
    throw new Error("no frame");
  };
  const tunnel = new Tunnel({ ...far, decode, ref() {}, unref() {} });
  tunnel.resume();
  expect(await once(tunnel, "error")).toMatchObject([{ message: "no frame" }]);
  await once(child, "exit");
});

test("a reader that is slow stops what comes", async () => {
  let produced = 0;
  const output = new Readable({
    read() {
      produced++;
      this.push(produced > 1000 ? null : Buffer.alloc(65_536));
    },
  });
  const idle = { kill() {}, ref() {}, unref() {} };
  const far = { input: new PassThrough(), output, decode: (chunk: Buffer) => [chunk], ending: async () => undefined };
  const reading = new Tunnel({ ...far, ...idle })[Symbol.asyncIterator]();
  let received = (await reading.next()).value.length;
  for (let turn = 0; turn < 2000; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(produced).toBeLessThan(20);
  for (let next = await reading.next(); !next.done; next = await reading.next()) received += next.value.length;
  expect(received).toBe(1000 * 65_536);
});

test("its end ends the process", async () => {
  const tunnel = through("exec sleep 1000");
  tunnel.destroy();
  expect(await once(children[0]!, "exit")).toEqual([null, "SIGTERM"]);
});
