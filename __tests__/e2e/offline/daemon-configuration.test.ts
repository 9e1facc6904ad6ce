import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { dropMirror, mirrorsOf, presetMirror, useMirror } from "../../../offline/daemon-configuration";
import { OwnEngine } from "../own-engine";

const mirror = "http://127.0.0.1:5999";
const own: OwnEngine[] = [];

async function prepare(settings = "{}", ...more: string[]): Promise<OwnEngine> {
  const mine = await OwnEngine.prepare(settings, ...more);
  own.push(mine);
  return mine;
}

const start = (mine: OwnEngine) => mine.start();

beforeEach(() => {
  jest.spyOn(process.stderr, "write").mockImplementation(() => true);
});

afterEach(async () => {
  jest.restoreAllMocks();
  for (const mine of own.splice(0)) await mine.remove();
}, 30_000);

test("an engine that does not run yet finds the mirror in its settings", async () => {
  const mine = await prepare('{"labels":["kept=yes"]}');
  const said: string[] = [];
  const preset = () => presetMirror(mirror, (line) => said.push(line), mine.files);
  await preset();
  await preset();
  await start(mine);
  expect(await mirrorsOf(mine.engine)).toEqual([mirror]);
  expect(JSON.parse(await readFile(mine.files.settings, "utf8"))).toEqual({
    labels: ["kept=yes"],
    "registry-mirrors": [mirror],
  });
  expect(said).toEqual([expect.stringContaining(mine.files.settings)]);
});

test("a stopped engine is started, and told of the mirror while it runs; its other settings stay", async () => {
  const mine = await prepare('{"labels":["kept=yes"],"registry-mirrors":["https://mirror.example.com"]}');
  await start(mine);
  const said: string[] = [];
  await useMirror(mine.engine, mirror, (line) => said.push(line), mine.files);
  expect(await mirrorsOf(mine.engine)).toEqual([mirror, "https://mirror.example.com"]);
  expect(JSON.parse(await readFile(mine.files.settings, "utf8"))).toEqual({
    labels: ["kept=yes"],
    "registry-mirrors": [mirror, "https://mirror.example.com"],
  });
  expect(said).toEqual([expect.stringContaining(mine.files.settings)]);

  await useMirror(mine.engine, mirror, (line) => said.push(line), mine.files);
  expect(said).toHaveLength(1);
}, 60_000);

test.each([
  { name: "none before", before: undefined, mirrors: [] },
  { name: "written by hand", before: '{"labels":["kept=yes"]}', mirrors: [] },
  {
    name: "with a mirror already",
    before: '{"registry-mirrors":["https://mirror.example.com"]}',
    mirrors: ["https://mirror.example.com"],
  },
])(
  "settings $name are again what they were, letter by letter, and the running engine drops the mirror",
  async (row) => {
    const mine = await prepare(row.before ?? "{}");
    await start(mine);
    if (row.before === undefined) await rm(mine.files.settings);
    await useMirror(mine.engine, mirror, () => {}, mine.files);
    const said: string[] = [];
    expect(await dropMirror(mine.engine, mirror, (line) => said.push(line), mine.files)).toBe(true);
    expect(await mirrorsOf(mine.engine)).toEqual(row.mirrors);
    expect(existsSync(mine.files.settings) ? await readFile(mine.files.settings, "utf8") : undefined).toBe(row.before);
    expect(existsSync(`${mine.files.settings}.docker-stages`)).toBe(false);
    expect(said).toEqual([expect.stringContaining(mine.files.settings)]);
  },
  60_000,
);

test("what somebody changed since the mirror came stays when it goes", async () => {
  const mine = await prepare("{}");
  await start(mine);
  await useMirror(mine.engine, mirror, () => {}, mine.files);
  await writeFile(mine.files.settings, JSON.stringify({ "registry-mirrors": [mirror], labels: ["since=then"] }));
  expect(await dropMirror(mine.engine, mirror, () => {}, mine.files)).toBe(true);
  expect(await mirrorsOf(mine.engine)).toEqual([]);
  expect(JSON.parse(await readFile(mine.files.settings, "utf8"))).toEqual({ labels: ["since=then"] });
}, 60_000);

test("a mirror of the engine's command line is told to stay", async () => {
  const mine = await prepare("{}", `--registry-mirror=${mirror}`);
  await start(mine);
  expect(await dropMirror(mine.engine, mirror, () => {}, mine.files)).toBe(false);
  expect(await readFile(mine.files.settings, "utf8")).toBe("{}");
}, 60_000);

test("settings that are no JSON are named and left alone", async () => {
  const mine = await prepare("{}");
  await start(mine);
  await writeFile(mine.files.settings, '{"labels":');
  await expect(useMirror(mine.engine, mirror, () => {}, mine.files)).rejects.toThrow(mine.files.settings);
  expect(await readFile(mine.files.settings, "utf8")).toBe('{"labels":');
}, 60_000);

test("settings that the engine refuses, since its command line has the same, are as they were again", async () => {
  const mine = await prepare('{"labels":["kept=yes"]}', "--registry-mirror=https://mirror.example.com");
  await start(mine);
  await expect(useMirror(mine.engine, mirror, () => {}, mine.files)).rejects.toThrow("--registry-mirror");
  expect(await readFile(mine.files.settings, "utf8")).toBe('{"labels":["kept=yes"]}');
}, 60_000);

test("another program that has the process id of the engine's file by now is sent nothing", async () => {
  const mine = await prepare();
  await start(mine);
  const another = spawn("sleep", ["600"]);
  const pid = join(mine.folder, "stale.pid");
  await writeFile(pid, String(another.pid));
  try {
    await expect(useMirror(mine.engine, mirror, () => {}, { ...mine.files, pid })).rejects.toThrow(
      `${pid} names no dockerd that runs`,
    );
    expect(another.signalCode).toBeNull();
  } finally {
    another.kill();
  }
}, 60_000);

test("an engine that does not come up is told with the last that it said", async () => {
  const mine = await prepare("{}", "--frobnicate");
  await expect(start(mine)).rejects.toMatchObject({
    code: "engine-did-not-start",
    message: expect.stringContaining("unknown flag: --frobnicate"),
  });
});
