import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { image } from "../../../../../provider/resources/image";
import type { ObjectValue } from "../../../../../provider/schema";
import type { Files } from "../../../../build-context/folder";
import { BuildScene } from "./build-scene";

// Steps with `RUN --mount=type=ssh`, whose client is OpenSSH's own, before a real agent and before keys in files.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), "t-build-ssh-"));
const socket = join(folder, "agent.sock");
let scene: BuildScene;
let agent: ChildProcess;
beforeAll(async () => {
  scene = await BuildScene.open();
  for (const name of ["held", "first", "second"])
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", join(folder, name)]);
  agent = spawn("ssh-agent", ["-D", "-a", socket], { stdio: ["ignore", "pipe", "inherit"] });
  await once(agent.stdout!, "data");
  execFileSync("ssh-add", ["-q", join(folder, "held")], { env: { ...process.env, SSH_AUTH_SOCK: socket } });
});
afterAll(async () => {
  agent?.kill();
  await scene?.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  process.env["SSH_AUTH_SOCK"] = socket;
});

/** This machine's ssh-add, with the libraries that it needs. */
function client(): Files {
  const program = execFileSync("sh", ["-c", "command -v ssh-add"]).toString().trim();
  const libraries =
    execFileSync("ldd", [program])
      .toString()
      .match(/\/\S+(?= \()/g) ?? [];
  const files = [program, ...libraries].map((path): [string, string | { mode: number; text: string }] => [path, path]);
  return {
    ...Object.fromEntries(files.map(([path]) => [`client${path}`, readFileSync(path)])),
    "client/etc/passwd": "root:x:0:0::/:/bin/sh\n",
  };
}

const publicKey = (name: string) =>
  readFileSync(join(folder, `${name}.pub`), "utf8")
    .split(" ")
    .slice(0, 2)
    .join(" ");

let count = 0;
async function build(step: string, block: ObjectValue) {
  count += 1;
  const name = scene.name(`ssh-${count}`);
  const context = scene.context(`COPY client /\nRUN chmod -R +x /usr /lib*\n${step}`, {
    ...client(),
    "keys.pub": publicKey("held"),
  });
  return { name, ...(await scene.apply(image, { name, build: [{ context, ...block }] })) };
}

const listed = async (name: string) =>
  (await scene.printed(name, `listed-${count}`))
    .trim()
    .split("\n")
    .map((line) => line.split(" ").slice(0, 2).join(" "));

test("a step is shown the keys of the agent, and has one sign", async () => {
  const step = "COPY keys.pub /\nRUN --mount=type=ssh ssh-add -T /keys.pub && ssh-add -L > /made";
  const { name, errors } = await build(step, { ssh: ["default"] });
  expect(errors).toEqual([]);
  expect(await listed(name)).toEqual([publicKey("held")]);
});

test("a step is shown the keys of files under the id that they have, whatever else is asked of BuildKit", async () => {
  const keys = `keys=${join(folder, "first")},${join(folder, "second")}`;
  const { name, errors } = await build("RUN --mount=type=ssh,id=keys ssh-add -L > /made", {
    ssh: ["default", keys],
    cache_to: ["type=inline"],
  });
  expect(errors).toEqual([]);
  expect(await listed(name)).toEqual([publicKey("first"), publicKey("second")]);
});

test("a step takes no key out of the agent", async () => {
  const { errors } = await build("RUN --mount=type=ssh ssh-add -D", { ssh: [`default=${socket}`] });
  expect(errors).toMatchObject([{ detail: expect.stringContaining("ssh-add -D") }]);
  const left = execFileSync("ssh-add", ["-L"], { env: { ...process.env, SSH_AUTH_SOCK: socket } }).toString();
  expect(left).toContain(publicKey("held"));
});

test("a step that needs an id that is not given fails with BuildKit's own words", async () => {
  const { errors } = await build("RUN --mount=type=ssh,id=other,required true", { ssh: ["default"] });
  expect(JSON.stringify(errors)).toContain("other");
});

test("another agent, or another place for the steps, builds nothing anew", async () => {
  const context = scene.context("RUN true");
  const asked = { name: scene.name("ssh-change"), build: [{ context, ssh: ["default"] }] };
  const state = await scene.made(image, asked);
  const later = { ...asked, build: [{ context, ssh: [`default=${socket}`], cache_to: ["type=inline"] }] };
  expect((await scene.plan(image, later, state)).replace).toEqual([]);
  const changed = await scene.made(image, later, state);
  expect(changed["image_id"]).toBe(state["image_id"]);
  expect(changed["build"]).toMatchObject([{ ssh: [`default=${socket}`], cache_to: ["type=inline"] }]);
  const other = { ...later, build: [{ ...later.build[0]!, target: "other" }] };
  expect((await scene.plan(image, other, changed)).replace).toEqual([["build"]]);
});

test.each([
  { what: "no agent", ssh: ["default"], says: "SSH_AUTH_SOCK is not set" },
  { what: "an agent that is gone", ssh: ["default"], at: "/absent.sock", says: "the agent at /absent.sock does not" },
  { what: "no such file", ssh: ["a=/absent"], says: "the file /absent cannot be read (ENOENT)" },
  { what: "a public key", ssh: ["a=FOLDER/held.pub"], says: "is no private key; name the file without `.pub`" },
])("$what is an error before anything is built", async ({ ssh, at, says }) => {
  if (at === undefined) delete process.env["SSH_AUTH_SOCK"];
  else process.env["SSH_AUTH_SOCK"] = at;
  const { errors } = await build("RUN true", { ssh: ssh.map((each) => each.replace("FOLDER", folder)) });
  expect(errors).toMatchObject([{ path: ["build"], detail: expect.stringContaining(says) }]);
});

test("the classic builder has none", async () => {
  const { errors } = await build("RUN true", { ssh: ["default"], version: "1" });
  expect(errors).toMatchObject([{ summary: "the classic builder has no ssh" }]);
});
