import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";
import { OwnCheckout } from "./own-checkout";

jest.setTimeout(240_000);

const prefix = `${newPrefix("lost")}-`;
let engine: Engine;
let checkout: OwnCheckout;

beforeAll(() => {
  engine = openEngine();
  checkout = new OwnCheckout(prefix);
});
afterAll(async () => {
  await checkout.untilQuiet();
  await removeNamed(engine, prefix);
  engine.close();
  checkout.remove();
});

const state = () => join(checkout.folder, "terraform.stage1.tfstate");
const copy = () => `${state()}.backup`;

/** What a full disk leaves of the state. */
function cutShort(file: string): void {
  writeFileSync(file, readFileSync(file).subarray(0, 200));
}

/** The first run of a stage, whose state never had a copy. */
async function firstDeploy(): Promise<void> {
  const { code, stderr } = await checkout.lab("deploy", "stage1");
  if (code !== 0) throw new Error(stderr);
  rmSync(copy(), { force: true });
  closeSync(openSync(copy(), "w", 0o600));
}

const sentence = /the state of stage1 was cut short by a killed run, and there is no copy of it/;

test("destroy, of a first deploy whose state was cut short, says so in a sentence and leaves nothing", async () => {
  await firstDeploy();
  expect(await objectsNamed(engine, prefix)).not.toEqual([]);
  cutShort(state());
  const { code, stderr } = await checkout.lab("destroy", "stage1");
  expect([code, stderr]).toEqual([0, expect.stringMatching(sentence)]);
  expect(stderr).not.toMatch(/SyntaxError|^ +at /m);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
  expect(statSync(state()).size).toBe(0);
});

test("deploy goes on from there by itself, and has everything anew", async () => {
  await firstDeploy();
  cutShort(state());
  const { code, stderr } = await checkout.lab("deploy", "stage1");
  expect([code, stderr]).toEqual([0, expect.stringMatching(sentence)]);
  expect((await checkout.lab("verify", "stage1")).code).toBe(0);
});

test("deploy of a stage that had a copy, cut short too, touches nothing and names what helps; destroy does it", async () => {
  writeFileSync(copy(), readFileSync(state()));
  cutShort(state());
  cutShort(copy());
  const before = await objectsNamed(engine, prefix);
  const deployed = await checkout.lab("deploy", "stage1");
  expect([deployed.code, deployed.stderr]).toEqual([1, expect.stringContaining("`./lab destroy stage1` removes")]);
  expect(await objectsNamed(engine, prefix)).toEqual(before);
  expect((await checkout.lab("destroy", "stage1")).code).toBe(0);
  expect(await objectsNamed(engine, prefix)).toEqual([]);
});

test("what a killed deploy left in the temporary folder is gone after the next run", async () => {
  const temporary = mkdtempSync(join(tmpdir(), "t-lost-"));
  const left = join(temporary, "docker-stages-1-1-abcDEF");
  mkdirSync(left);
  writeFileSync(join(left, "outputs.json"), '{"token":"SWMTKN"}');
  const { code } = await checkout.start(["destroy", "stage1"], { TMPDIR: temporary }).ended;
  expect([code, existsSync(left)]).toEqual([0, false]);
  rmSync(temporary, { recursive: true });
});
