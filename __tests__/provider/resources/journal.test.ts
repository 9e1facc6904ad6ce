import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../../provider/resources/journal";
import { processStart } from "../../../temporary";

const engine = "unix:///var/run/docker.sock";
const what = { type: "docker_network", name: "a", engine } as const;
let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "journal-")), "notes");
});
afterEach(() => rmSync(join(folder, ".."), { recursive: true }));

/** What a process that was killed leaves: a note whose writer no longer lives. */
function noteOfKilledRun(): string {
  const { nonce } = new Journal(folder).open(what);
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  const file = join(folder, `${nonce}.json`);
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), pid, started: "1" }));
  return nonce;
}

test("nothing is written before the first note", () => {
  new Journal(folder).settle("abc");
  expect(() => readdirSync(folder)).toThrow(/ENOENT/);
});

test("a note is a file that its owner alone can read", () => {
  const { nonce } = new Journal(folder).open(what);
  expect(readdirSync(folder)).toEqual([`${nonce}.json`]);
  expect(statSync(join(folder, `${nonce}.json`)).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test("an object of a run that is still going is no orphan", () => {
  const { nonce } = new Journal(folder).open(what);
  expect(new Journal(folder).orphan(nonce)).toBeUndefined();
});

test("an object of a killed run is one", () => {
  const nonce = noteOfKilledRun();
  expect(new Journal(folder).orphan(nonce)).toMatchObject(what);
});

test("a nonce that no note has is somebody else's", () => {
  noteOfKilledRun();
  expect(new Journal(folder).orphan("abc")).toBeUndefined();
  expect(new Journal(folder).orphan(undefined)).toBeUndefined();
});

test("a note that its writer was killed over is removed by the next run", () => {
  new Journal(folder).open(what);
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  writeFileSync(join(folder, `abc.${pid}-1`), '{"type":"docker_net');
  expect(new Journal(folder).all()).toMatchObject([what]);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\w+\.json$/)]);
});

test("a note that is being written is left alone", () => {
  new Journal(folder).open(what);
  const partial = `abc.${process.pid}-${processStart(process.pid)}`;
  writeFileSync(join(folder, partial), '{"type":"docker_net');
  expect(new Journal(folder).all()).toMatchObject([what]);
  expect(readdirSync(folder)).toContain(partial);
});

test("a settled note is gone, for the next run too", () => {
  const nonce = noteOfKilledRun();
  new Journal(folder).settle(nonce);
  expect(new Journal(folder).orphan(nonce)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test("objects without labels are known by type, name and engine", () => {
  noteOfKilledRun();
  expect(new Journal(folder).hasOrphanNamed(what)).toBe(true);
  expect(new Journal(folder).hasOrphanNamed({ ...what, name: "b" })).toBe(false);
  expect(new Journal(folder).hasOrphanNamed({ ...what, engine: "tcp://b:1" })).toBe(false);
  new Journal(folder).settleNamed(what);
  expect(new Journal(folder).hasOrphanNamed(what)).toBe(false);
});

test("a note that was cut short is passed over", () => {
  const nonce = noteOfKilledRun();
  writeFileSync(join(folder, "cut.json"), '{"type":"docker_ne');
  expect(new Journal(folder).orphan(nonce)).toMatchObject(what);
});
