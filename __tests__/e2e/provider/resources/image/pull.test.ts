import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { imageStoreOf } from "../../../../../engine";
import { image } from "../../../../../provider/resources/image";
import { PullScene } from "./pull-scene";
import { startRegistry, user } from "./registry-process";

jest.setTimeout(120_000);

let scene: PullScene;
beforeAll(async () => {
  scene = await PullScene.open();
});
afterAll(() => scene?.close());

const remote = (short: string) => scene.remote(short);
const inRegistry = (reference: string, text?: string, auth?: typeof user) => scene.inRegistry(reference, text, auth);

describe("pull", () => {
  test("an image that is not there is pulled, and removed with the resource", async () => {
    const name = remote("absent:1");
    const id = await inRegistry(name);
    const state = await scene.made(image, { name });
    expect(state).toMatchObject({ id: `${id}${name}`, image_id: id, pulled: true });
    expect(state["repo_digest"]).toMatch(new RegExp(`^${remote("absent")}@sha256:[0-9a-f]{64}$`));
    expect(await scene.read(image, state)).toEqual({ state, errors: [], warnings: [] });
    expect(await scene.destroy(image, state)).toEqual({ state: undefined, errors: [], warnings: [] });
    expect(await scene.exists(name)).toBe(false);
    expect(await scene.exists(id)).toBe(false);
  });

  test("an image that was there before is not pulled, and stays", async () => {
    const name = scene.name("local");
    const id = await scene.load(name);
    const state = await scene.made(image, { name });
    // The containerd store knows every image by a digest.
    const digest = (await imageStoreOf(scene.engine)) === "containerd" ? `${name}@${id}` : "";
    expect(state).toMatchObject({ image_id: id, repo_digest: digest, pulled: false });
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(true);
  });

  test("an image of a state that does not say who brought it stays", async () => {
    const name = scene.name("community");
    const id = await scene.load(name);
    const state = { ...(await scene.made(image, { name })), id: `${id}${name}`, pulled: undefined };
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(true);
  });

  test("keep_locally leaves a pulled image", async () => {
    const name = remote("kept");
    await inRegistry(name);
    const state = await scene.made(image, { name, keep_locally: true });
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(true);
  });

  test("by digest", async () => {
    const name = remote("digest");
    await inRegistry(name);
    const { repo_digest: digest, ...tagged } = await scene.made(image, { name });
    await scene.destroy(image, { ...tagged, repo_digest: digest });
    const state = await scene.made(image, { name: digest });
    expect(state).toMatchObject({ repo_digest: digest, pulled: true });
    expect((await scene.read(image, state)).state).toEqual(state);
    await scene.destroy(image, state);
    expect(await scene.exists(String(digest))).toBe(false);
  });

  test("two resources of one name pull it once, and one of them owns it", async () => {
    const name = remote("twice");
    await inRegistry(name);
    const states = await Promise.all([scene.made(image, { name }), scene.made(image, { name })]);
    expect(states.map(({ pulled }) => pulled).sort()).toEqual([false, true]);
    const [owner, other] = states[0]!["pulled"] ? states : [states[1]!, states[0]!];
    await scene.destroy(image, other!);
    expect(await scene.exists(name)).toBe(true);
    await scene.destroy(image, owner!);
    expect(await scene.exists(name)).toBe(false);
  });

  test("whoever still has the name when its owner goes becomes the owner", async () => {
    const name = remote("inherited");
    await inRegistry(name);
    const owner = await scene.made(image, { name });
    const heir = await scene.made(image, { name });
    await scene.destroy(image, owner);
    expect(await scene.exists(name)).toBe(true);
    ageNotes();
    const { state } = await scene.read(image, heir);
    expect(state).toMatchObject({ pulled: true });
    await scene.destroy(image, state!);
    expect(await scene.exists(name)).toBe(false);
  });

  test("an image that is in use when its owner goes is removed with the last resource of its name", async () => {
    const name = remote("left");
    await inRegistry(name);
    const owner = await scene.made(image, { name });
    const other = { ...owner, pulled: false };
    const { Id: user } = await scene.engine.containers.create(undefined, { Image: name });
    const { warnings } = await scene.destroy(image, owner);
    expect(warnings).toMatchObject([{ summary: `image "${name}" was not removed: it is in use` }]);
    await scene.destroy(image, other);
    expect(await scene.exists(name)).toBe(true);
    await scene.engine.containers.remove(user);
    await scene.destroy(image, other);
    expect(await scene.exists(name)).toBe(false);
  });

  test("an image that was left in use and pulled again by somebody else stays", async () => {
    const name = remote("left-and-pulled");
    const id = await inRegistry(name);
    const owner = await scene.made(image, { name });
    const { Id: user } = await scene.engine.containers.create(undefined, { Image: name });
    await scene.destroy(image, owner);
    await scene.engine.containers.remove(user);
    await scene.engine.images.remove(name);
    await scene.load(name, "another");
    const other = await scene.made(image, { name });
    expect(other).toMatchObject({ pulled: false, image_id: expect.not.stringContaining(id) });
    await scene.destroy(image, other);
    expect(await scene.exists(name)).toBe(true);
  });

  test("a password is given where the registry asks for one", async () => {
    const locked = await startRegistry({ password: true });
    try {
      const name = `${locked.address}/${scene.name("locked")}`;
      await inRegistry(name, undefined, user);
      const refused = await scene.apply(image, { name });
      expect(refused.state).toBeUndefined();
      expect(refused.errors).toMatchObject([{ path: ["name"], detail: expect.stringContaining("registry_auth") }]);
      scene.registries = { for: async () => user };
      expect(await scene.made(image, { name })).toMatchObject({ pulled: true });
    } finally {
      scene.registries = { for: async () => undefined };
      await locked.stop();
    }
  });
});

/** As if the process that wrote the notes had been killed, and another one reads them. */
function ageNotes(): void {
  const notes = scene.journal;
  for (const note of notes.all()) {
    const file = join(scene.folder, "journal", `${note.nonce}.json`);
    writeFileSync(file, JSON.stringify({ ...note, pid: 0, started: "killed" }));
  }
  scene.newRun();
}

describe("a killed run", () => {
  test("an image that it pulled is this resource's", async () => {
    const name = remote("orphan");
    await inRegistry(name);
    scene.journal.open({ type: "docker_image", name, engine: scene.engine.url });
    await scene.engine.images.pull(name);
    ageNotes();
    const state = await scene.made(image, { name });
    expect(state).toMatchObject({ pulled: true });
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(false);
  });

  test("an image that was there before, and that it only pulled anew, is not", async () => {
    const name = remote("again");
    await inRegistry(name);
    await scene.engine.images.pull(name);
    const state = await scene.made(image, { name, pull_triggers: ["1"] });
    expect(state).toMatchObject({ pulled: false });
    ageNotes();
    expect((await scene.read(image, state)).state).toMatchObject({ pulled: false });
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(true);
  });

  test("an image that somebody else pulled meanwhile is not, once a read has settled the note", async () => {
    const name = remote("settled");
    await inRegistry(name);
    const state = await scene.made(image, { name });
    await scene.read(image, state);
    ageNotes();
    expect(scene.journal.hasOrphanNamed({ type: "docker_image", name, engine: scene.engine.url })).toBe(false);
    await scene.destroy(image, state);
  });
});

describe("behind its back", () => {
  test("an image that is gone is planned anew", async () => {
    const name = remote("gone");
    await inRegistry(name);
    const state = await scene.made(image, { name });
    await scene.engine.images.remove(name);
    expect(await scene.read(image, state)).toEqual({ state: undefined, errors: [], warnings: [] });
  });

  test("another image under the name is noticed, taken over, and left at the end", async () => {
    const name = remote("moved");
    const ours = await inRegistry(name, "ours");
    const state = await scene.made(image, { name });
    const theirs = await scene.load(name, "theirs");
    const { state: seen } = await scene.read(image, state);
    expect(seen).toMatchObject({ image_id: theirs, id: `${ours}${name}` });
    const planned = await scene.plan(image, { name }, seen!);
    expect(planned).toEqual({ changed: ["id", "image_id", "repo_digest", "pulled"], replace: [] });
    const updated = await scene.made(image, { name }, seen!);
    expect(updated).toMatchObject({ id: `${theirs}${name}`, image_id: theirs, pulled: false });
    expect(await scene.exists(ours)).toBe(false);
    expect(await scene.plan(image, { name }, updated)).toEqual({ changed: [], replace: [] });
    await scene.destroy(image, updated);
    expect(await scene.imageId(name)).toBe(theirs);
  });

  test("destroyed before it was noticed, the other image stays and ours goes", async () => {
    const name = remote("moved-late");
    const ours = await inRegistry(name, "ours");
    const state = await scene.made(image, { name });
    const theirs = await scene.load(name, "theirs");
    await scene.destroy(image, state);
    expect(await scene.imageId(name)).toBe(theirs);
    expect(await scene.exists(ours)).toBe(false);
  });
});

describe("in use", () => {
  test("an image that a container uses stays, with a warning that says which", async () => {
    const name = remote("used");
    await inRegistry(name);
    const state = await scene.made(image, { name });
    const container = await scene.container("user", name);
    const { errors, warnings } = await scene.destroy(image, state);
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([
      {
        summary: `image "${name}" was not removed: it is in use`,
        detail: expect.stringContaining(container.slice(0, 12)),
      },
    ]);
    expect(await scene.exists(name)).toBe(true);
  });

  test("force_remove removes one that a stopped container uses", async () => {
    const name = remote("forced");
    await inRegistry(name);
    const state = await scene.made(image, { name, force_remove: true });
    await scene.container("stopped", name);
    await scene.destroy(image, state);
    expect(await scene.exists(name)).toBe(false);
  });
});
