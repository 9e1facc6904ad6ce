import { readFileSync } from "node:fs";
import { join } from "node:path";
import { copyStandIns } from "../../../commands/test/stand-ins";
import { standInsFor } from "../../../offline/images";
import { ensureMirror } from "../../../offline/mirror";
import { openEngine } from "../drills/lab-objects";
import { OwnCheckout } from "./own-checkout";
import { freeNetwork, OwnMachine } from "./own-machine";

jest.setTimeout(300_000);

let machine: OwnMachine;
let checkout: OwnCheckout;

beforeAll(async () => {
  const engine = openEngine();
  await ensureMirror(engine, standInsFor(["stage1", "stage3"]), () => {});
  machine = await OwnMachine.start({ network: freeNetwork(), isRemapped: true });
  await copyStandIns(engine, machine.engine);
  engine.close();
  checkout = new OwnCheckout("");
});

afterAll(async () => {
  await checkout?.untilQuiet();
  await machine?.remove();
  checkout?.remove();
});

const lab = (...args: string[]) => machine.run(join(checkout.folder, "lab"), ...args);
const containers = async () => (await machine.engine.containers.list({ all: true })).flatMap(({ Names }) => Names);

test("an engine with userns-remap is refused for a stage with a swarm, before anything is made", async () => {
  const before = await containers();
  const { code, stderr } = await lab("deploy", "stage3");
  expect(stderr).toMatch(/^✗ the engine gives its containers users of their own \(`userns-remap`\).*stage3/m);
  expect(code).toBe(1);
  expect(await containers()).toEqual(before);
});

test("doctor says the same of it", async () =>
  expect(await lab("doctor")).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^✗ swarm nodes +the engine gives its containers users of their own/m),
  }));

test("stage 1 is deployed on it, and its lessons hold", async () => {
  expect(await lab("deploy", "stage1")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Hello from Docker!"),
  });
  expect(await lab("verify", "stage1")).toMatchObject({ code: 0, stdout: expect.not.stringContaining("✗") });
  expect(await lab("destroy", "stage1")).toMatchObject({ code: 0 });
});

test("a container of it that is to be a node says why it cannot be one", async () => {
  const script = readFileSync(join(__dirname, "../../../images/swarm-node/entrypoint"), "utf8");
  const allowed = [
    ...["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"].map((each) => `--cap-add=${each}`),
    ...["seccomp", "apparmor"].map((each) => `--security-opt=${each}=unconfined`),
  ];
  const command = ["docker", "run", "--rm", ...allowed, "--entrypoint=sh", "docker:dind", "-c", script];
  expect(await machine.run(...command)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^swarm-node: \/sys\/fs\/cgroup\S* takes no group of this container: .*userns-remap/m,
    ),
  });
});
