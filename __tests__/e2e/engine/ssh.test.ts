import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { Engine, type EngineError } from "../../../engine";
import { makeHostImage, newPrefix, onHost, openEngine, removeNamed, waiting } from "./host-image";
import { Sshd } from "./sshd";

const prefix = newPrefix();
const docker = execFileSync("sh", ["-c", "command -v docker"]).toString().trim();
let local: Engine;
let sshd: Sshd;
const opened: Engine[] = [];

beforeAll(async () => {
  local = openEngine();
  sshd = await Sshd.start();
});

afterEach(() => {
  sshd.dockerIs(undefined);
  for (const engine of opened.splice(0)) engine.close();
});

afterAll(async () => {
  sshd.stop();
  await removeNamed(local, prefix);
  local.close();
});

function open(url = sshd.url, sshOptions = sshd.options()): Engine {
  const engine = Engine.at(url, { sshOptions });
  opened.push(engine);
  return engine;
}

/** The ssh processes of this test. */
function carriers(): number {
  const { stdout } = { stdout: execFileSync("ps", ["-eo", "args"]).toString() };
  return stdout.split("\n").filter((line) => line.startsWith("ssh ") && line.includes(sshd.directory)).length;
}

test("the engine on the other side answers, one ssh for calls one after the other", async () => {
  sshd.dockerIs(`exec ${docker} "$@"`);
  const engine = open();
  expect((await engine.system.info()).ID).toBe((await local.system.info()).ID);
  for (let call = 0; call < 5; call++) await engine.system.ping();
  expect(carriers()).toBe(1);
});

test("streams go both ways: an exec that reads to the end of its input, and megabytes of output", async () => {
  sshd.dockerIs(`exec ${docker} "$@"`);
  const image = await makeHostImage(local, prefix);
  const engine = open();
  await engine.containers.create(`${prefix}-c`, onHost(image, waiting));
  await engine.containers.start(`${prefix}-c`);
  const text = randomBytes(3_000_000).toString("base64");
  const { stdout } = await engine.exec.run(`${prefix}-c`, { cmd: ["cat"], stdin: text });
  expect(stdout === text).toBe(true);
}, 30_000);

test("closing the engine ends its ssh", async () => {
  sshd.dockerIs(`exec ${docker} "$@"`);
  const engine = open();
  await Promise.all([engine.system.info(), engine.system.info(), engine.system.info()]);
  expect(carriers()).toBeGreaterThan(0);
  engine.close();
  while (carriers() > 0) await setTimeout(20);
});

test("the path of the socket on the other side is passed on as it is", async () => {
  sshd.dockerIs('echo "$@" >&2; exit 1');
  const failure = await open(`${sshd.url}/run/a b's.sock`)
    .system.ping()
    .catch((error: EngineError) => error);
  expect(failure).toMatchObject({
    engineMessage: expect.stringContaining("--host unix:///run/a b's.sock system dial-stdio"),
  });
});

const failing = [
  { name: "of a stranger", options: { known: "strangers" as const }, code: "ssh-host-key", remedy: /known_hosts/ },
  {
    name: "that does not know the key",
    options: { key: "other-key" as const },
    code: "ssh-unauthorized",
    remedy: /ssh_opts/,
  },
  { name: "without docker", docker: undefined, code: "docker-cli-missing", remedy: /Install the docker client/ },
  {
    name: "without an engine",
    docker: `exec ${docker} --host unix:///nowhere.sock system dial-stdio`,
    code: "refused",
    remedy: /Start the engine/,
  },
  { name: "whose docker fails", docker: "echo something odd >&2; exit 1", code: "unreachable", remedy: /by hand/ },
];

test.each(failing)("a host $name: $code", async ({ options, docker: script, code, remedy }) => {
  sshd.dockerIs(script);
  const failure: EngineError = await open(sshd.url, sshd.options(options))
    .system.info()
    .catch((error) => error);
  expect(failure).toMatchObject({ code, address: sshd.url, remedy: expect.stringMatching(remedy), call: "GET /_ping" });
  expect(failure.engineMessage).toBeTruthy();
});

test("a port that nobody listens on is refused, a name that nobody has unknown", async () => {
  await expect(open("ssh://127.0.0.1:1").system.info()).rejects.toMatchObject({ code: "refused" });
  await expect(open("ssh://no-such-host.invalid").system.info()).rejects.toMatchObject({ code: "unknown-host" });
});

test("a connection that breaks under a call is an error", async () => {
  sshd.dockerIs(`exec ${docker} "$@"`);
  const engine = open();
  const events = await engine.system.events();
  const reading = (async () => {
    for await (const _ of events);
  })();
  const processes = execFileSync("ps", ["-eo", "pid,args"]).toString().split("\n");
  const ssh = processes.filter((line) => line.includes(sshd.directory) && /^\s*\d+ ssh /.test(line));
  for (const line of ssh) process.kill(Number.parseInt(line, 10));
  await expect(reading).rejects.toMatchObject({ code: "connection-lost", address: sshd.url });
});
