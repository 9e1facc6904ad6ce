import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeTemporary, processStart, sweepTemporary } from "../../temporary";

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "t-temporary-"));
});
afterEach(() => rmSync(base, { recursive: true }));

const deadPid = (): number => spawnSync(process.execPath, ["-e", "0"]).pid;

/** What a killed run leaves, with a secret in it. */
function abandoned(name = `docker-stages-${deadPid()}-1-abcDEF`): string {
  const folder = join(base, name);
  mkdirSync(folder);
  writeFileSync(join(folder, "outputs.json"), '{"token":"SWMTKN"}');
  return folder;
}

test("a folder is its user's alone, and outlives no run: one that lives keeps it", async () => {
  const folder = makeTemporary(base);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  await sweepTemporary(base);
  expect(existsSync(folder)).toBe(true);
});

test("what a killed run left goes, with all that is in it", async () => {
  const folder = abandoned();
  await sweepTemporary(base);
  expect(existsSync(folder)).toBe(false);
});

test("what a process left whose id another one has by now goes", async () => {
  const folder = abandoned(`docker-stages-${process.pid}-1${processStart(process.pid)}-abcDEF`);
  await sweepTemporary(base);
  expect(existsSync(folder)).toBe(false);
});

const others = [
  "docker-stages-bench-abcDEF",
  "docker-stages-abcDEF",
  "docker-stages-12-1-abcDEF.mine",
  "x-docker-stages-12-1-abcDEF",
];
test.each(others)("%s is not of that kind, and stays", async (name) => {
  abandoned(name);
  await sweepTemporary(base);
  expect(readdirSync(base)).toEqual([name]);
});

test("a link by such a name is left, with what it leads to", async () => {
  const target = join(base, "target");
  mkdirSync(target);
  symlinkSync(target, join(base, `docker-stages-${deadPid()}-1-abcDEF`));
  await sweepTemporary(base);
  expect(readdirSync(base)).toHaveLength(2);
});

const asRoot = process.getuid?.() === 0 ? test : test.failing;
asRoot("another user's stays", async () => {
  const folder = abandoned();
  chownSync(folder, 65534, 65534);
  await sweepTemporary(base);
  expect(existsSync(folder)).toBe(true);
});

test("a folder that is not there is no error", async () => {
  await expect(sweepTemporary(join(base, "absent"))).resolves.toBeUndefined();
});
