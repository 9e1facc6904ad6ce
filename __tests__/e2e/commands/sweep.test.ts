import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweep } from "../../../commands/sweep";
import { Engine } from "../../../engine";
import { NONCE_LABEL } from "../../../formats/labels";
import { LOST_FOLDER, type Note } from "../../../provider/resources/journal";
import { LostObjects } from "../../../provider/resources/lost-objects";
import { processStart } from "../../../temporary";
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
  const nonce = more.nonce ?? randomBytes(12).toString("hex");
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

describe("of images", () => {
  const imageIds = async () => (await engine.images.list({ filters: { label: [NONCE_LABEL] } })).map(({ Id }) => Id);
  const idOf = async (image: string) => (await engine.images.inspect(image)).Id;

  /** An image of its own under a name, and a container's files in it. */
  async function committed(tag: string, labels: Record<string, string> = {}): Promise<string> {
    const { Id: container } = await engine.containers.create(`${name}-${tag}`, { ...alpine, Cmd: [tag] });
    return engine.commit({ container, repo: name, tag, config: { Labels: labels } });
  }

  test("one that a killed commit made goes, by its nonce; what somebody built from it stays, with what it stands on", async () => {
    const made = await committed("made", note("docker_commit"));
    await sweepFolder();
    expect(await imageIds()).not.toContain(made);
    expect(readdirSync(folder)).toEqual([]);

    const base = await committed("base", note("docker_commit"));
    const { Id: container } = await engine.containers.create(`${name}-child`, { Image: base, Cmd: ["child"] });
    const child = await engine.commit({ container, repo: name, tag: "child" });
    await engine.containers.remove(container);
    await sweepFolder();
    expect(await idOf(`${name}:child`)).toBe(child);
  });

  test("one without a name that a killed commit made goes", async () => {
    const { Id: container } = await engine.containers.create(`${name}-nameless`, alpine);
    const made = await engine.commit({ container, config: { Labels: note("docker_commit") } });
    await sweepFolder();
    expect(await engine.images.tryInspect(made)).toBeUndefined();
  });

  test("one that its resource left to another goes", async () => {
    await committed("inherited");
    await engine.containers.remove(`${name}-inherited`);
    note("docker_image, inherited", { name: `${name}:inherited` });
    await sweepFolder();
    expect(await objectsNamed(engine, name)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("one that was there before a pull or build of its name stays", async () => {
    const before = await committed("before");
    note("docker_image", { name: `${name}:before`, before });
    await sweepFolder();
    expect(await idOf(`${name}:before`)).toBe(before);
  });

  test("a tag that a killed run gave goes, and its image stays with what else it is called", async () => {
    const image = await committed("source");
    await engine.images.tag(image, { repo: name, tag: "given" });
    note("docker_tag", { name: `${name}:given`, image });
    await sweepFolder();
    expect((await engine.images.inspect(image)).RepoTags).toEqual([`${name}:source`]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("a name that a killed run took from another image is given back to it", async () => {
    const before = await committed("first");
    await engine.containers.remove(`${name}-first`);
    await engine.images.tag(before, { repo: name, tag: "taken" });
    const image = await committed("second");
    for (const [type, more] of [
      ["docker_tag", { image }],
      ["docker_image", {}],
    ] as const) {
      await engine.images.tag(image, { repo: name, tag: "taken" });
      note(type, { name: `${name}:taken`, before, ...more });
      await sweepFolder();
      expect(await idOf(`${name}:taken`)).toBe(before);
    }
    expect(await idOf(`${name}:second`)).toBe(image);
  });

  test("a tag that an image has which the run did not give it to stays", async () => {
    const other = await committed("theirs");
    note("docker_tag", { name: `${name}:theirs`, image: "sha256:0" });
    await sweepFolder();
    expect(await idOf(`${name}:theirs`)).toBe(other);
  });

  test("what was made last goes first: an image after the container that uses it", async () => {
    await committed("used");
    await engine.containers.remove(`${name}-used`);
    // Listed first, and written long before.
    note("docker_image", { name: `${name}:used`, nonce: "0" });
    utimesSync(join(folder, "0.json"), 1, 1);
    const labels = note("docker_container", { name: `${name}-user` });
    await engine.containers.create(`${name}-user`, { Image: `${name}:used`, Cmd: ["x"], Labels: labels });
    await sweepFolder();
    expect(await objectsNamed(engine, name)).toEqual([]);
  });
});

test("a note of a type that this version does not know stays, and is told", async () => {
  note("docker_unheard_of");
  expect(await sweepFolder()).toBe(false);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(process.stderr.write).toHaveBeenCalledWith(expect.stringMatching(/docker_unheard_of .*does not know/));
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
