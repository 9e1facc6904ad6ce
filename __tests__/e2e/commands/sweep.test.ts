import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweep } from "../../../commands/sweep";
import { Engine } from "../../../provider/engine";
import { LOST_FOLDER, type Note } from "../../../provider/resources/journal";
import { LostObjects } from "../../../provider/resources/lost-objects";
import { NONCE_LABEL } from "../../../provider/resources/nonce";
import { processStart } from "../../../provider/resources/process-start";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "../drills/lab-objects";

const name = newPrefix("sweep");
const alpine = { Image: "alpine", Cmd: ["sleep", "60"] };
let engine: Engine;
let folder: string;

beforeAll(async () => {
  const pulling = openEngine();
  if (!(await pulling.images.tryInspect(alpine.Image))) await pulling.images.pull(alpine.Image);
  pulling.close();
}, 60_000);

beforeEach(() => {
  jest.spyOn(process.stderr, "write").mockImplementation(() => true);
  engine = openEngine();
  folder = mkdtempSync(join(tmpdir(), "journal-"));
});

afterEach(async () => {
  jest.restoreAllMocks();
  await removeNamed(engine, name);
  engine.close();
  rmSync(folder, { recursive: true });
});

/** A note as the provider writes it; its writer is dead unless another is named. */
function note(type: string, more: Partial<Note> = {}): Record<string, string> {
  const nonce = randomBytes(12).toString("hex");
  const written: Note = { type, name, nonce, engine: engine.url, pid: 2 ** 22 + 1, started: "1", ...more };
  writeFileSync(join(folder, `${nonce}.json`), JSON.stringify(written));
  return { [NONCE_LABEL]: nonce };
}

const sweepFolder = () => sweep("stage1", (url) => Engine.at(url), folder);

test("what a killed run left goes, running or not, and its notes with it", async () => {
  await engine.networks.create({ Name: name, Labels: note("docker_network") });
  await engine.volumes.create({ Name: name, Labels: note("docker_volume") });
  const { Id } = await engine.containers.create(name, { ...alpine, Labels: note("docker_container") });
  await engine.containers.start(Id);
  await sweepFolder();
  expect(await objectsNamed(engine, name)).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});

test("what went with a node is forgotten", async () => {
  const lost = new LostObjects(join(folder, LOST_FOLDER));
  lost.add({ type: "docker_volume", name, engine: engine.url, id: name, asked: "" });
  await sweepFolder();
  expect(readdirSync(folder)).toEqual([]);
});

test("another object of the same name stays", async () => {
  note("docker_volume");
  await engine.volumes.create({ Name: name, Labels: { [NONCE_LABEL]: "another" } });
  await sweepFolder();
  expect(await objectsNamed(engine, name)).toEqual([`volume ${name}`]);
  expect(readdirSync(folder)).toEqual([]);
});

test("what a run that still lives is making stays, with its note", async () => {
  const labels = note("docker_volume", { pid: process.pid, started: processStart(process.pid) });
  await engine.volumes.create({ Name: name, Labels: labels });
  await sweepFolder();
  expect(await objectsNamed(engine, name)).toEqual([`volume ${name}`]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("an image that a killed run pulled goes", async () => {
  await engine.images.tag("alpine", { repo: name, tag: "pulled" });
  note("docker_image", { name: `${name}:pulled` });
  await sweepFolder();
  expect(await objectsNamed(engine, name)).toEqual([]);
});

test("a note that was cut short goes", async () => {
  writeFileSync(join(folder, "short.json"), '{"type":"docker_vol');
  await sweepFolder();
  expect(readdirSync(folder)).toEqual([]);
});

test("a note of an engine that does not answer stays", async () => {
  note("docker_volume", { engine: "unix:///tmp/no-engine.sock" });
  await sweepFolder();
  expect(readdirSync(folder)).toHaveLength(1);
});

test("a note of an engine in a container that is gone goes", async () => {
  note("docker_volume", { engine: `container://${name}` });
  await sweepFolder();
  expect(readdirSync(folder)).toEqual([]);
});
