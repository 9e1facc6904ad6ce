import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";
import { OwnCheckout } from "./own-checkout";

jest.setTimeout(400_000);

const prefix = `${newPrefix("lab")}-`;
let engine: Engine;
let checkout: OwnCheckout;
let ports: { readonly 5000: number; readonly 5001: number };

beforeAll(async () => {
  engine = openEngine();
  ports = { 5000: await freePort(), 5001: await freePort() };
  checkout = new OwnCheckout(prefix, { ports, subnet: `10.216.${ownSubnet()}.0/24` });
});

afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

test("stage4 brings stage3 along", async () => {
  const { code, stdout, stderr } = await checkout.lab("deploy", "stage4");
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^stage3 {2}\d+ added[\s\S]*^stage4 {2}\d+ added/m)]);
  expect(stdout).toMatch(/^\$ docker node ls\n[\s\S]*node3 +Ready/m);
  expect(stdout).toMatch(/_vote +replicated +2\/2 /);
});

test("each lesson holds", async () => {
  const { code, stdout } = await checkout.lab("verify", "stage3", "stage4");
  expect([code, stdout]).toEqual([0, expect.not.stringContaining("✗")]);
});

test("status shows nodes, services and tasks", async () => {
  const { code, stdout } = await checkout.lab("status", "stage3", "stage4");
  expect(stdout).toMatch(/^\w+ +node1 +ready +active +leader /m);
  expect(stdout).toMatch(/_worker +replicated +2\/2 /);
  expect(stdout).toMatch(/_db\.1 +node1 +running /);
  expect(code).toBe(0);
});

test("a second deploy changes nothing, and another number of tasks changes one service", async () => {
  const second = await checkout.lab("deploy", "stage4");
  expect(second.stderr).toMatch(/^stage3 {2}no changes$[\s\S]*^stage4 {2}no changes$/m);
  const { stderr } = await checkout.start(["deploy", "stage4"], { TF_VAR_vote_replicas: "3" }).ended;
  expect(stderr).toMatch(/^stage4 {2}~ docker_service\.\S+_vote\nstage4 {2}0 added, 1 changed, 0 destroyed$/m);
});

test("of a stage whose state was cut short, what it has in another's swarm goes by its label, and the swarm stays", async () => {
  const state = join(checkout.folder, "terraform.stage4.tfstate");
  writeFileSync(state, readFileSync(state).subarray(0, 100));
  writeFileSync(`${state}.backup`, "");
  const { code, stderr } = await checkout.lab("destroy", "stage4");
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^· removing service \S+_vote$/m)]);
  const { stdout } = await checkout.lab("status", "stage3", "stage4");
  expect(stdout).toMatch(/^\w+ +node1 +ready +active +leader /m);
  expect(stdout).not.toContain("_vote");
  expect((await checkout.lab("deploy", "stage4")).code).toBe(0);
});

test("destroying what others need destroys these first, and nothing is left", async () => {
  const { code, stderr } = await checkout.lab("destroy", "stage3");
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(/^stage4 {2}\d+ destroyed$[\s\S]*^stage3 {2}\d+ destroyed$/m),
  ]);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});

test("stages without a bond are destroyed together, one that needs one of them and was never deployed apart", async () => {
  await checkout.lab("deploy", "stage1", "stage3");
  const { code, stderr } = await checkout.lab("destroy");
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^stage1 {2}\d+ destroyed$/m)]);
  expect(stderr).toMatch(/^stage3 {2}\d+ destroyed$/m);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});
