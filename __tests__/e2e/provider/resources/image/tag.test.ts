import { tag } from "../../../../../provider/resources/tag";
import { Scene } from "./scene";

jest.setTimeout(120_000);

let scene: Scene;
beforeAll(() => {
  scene = new Scene();
});
afterAll(() => scene?.close());

/** An image that has no name. Its id. */
async function nameless(short: string): Promise<string> {
  const base = await scene.load(scene.name(`${short}-base`), short);
  const container = await scene.container(`${short}-base`, base);
  const id = await scene.engine.commit({ container });
  await scene.engine.containers.remove(container);
  return id;
}

test("a name is given, and taken away with the resource", async () => {
  const source = scene.name("source");
  const target = scene.name("target:1");
  const id = await scene.load(source);
  const state = await scene.made(tag, { source_image: source, target_image: target });
  expect(state).toMatchObject({ id: `${source}.${target}`, source_image_id: id, tagged: true });
  expect(await scene.imageId(target)).toBe(id);
  expect(await scene.read(tag, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(tag, { source_image: source, target_image: target }, state)).toEqual({
    changed: [],
    replace: [],
  });
  await scene.destroy(tag, state);
  expect(await scene.exists(target)).toBe(false);
  expect(await scene.imageId(source)).toBe(id);
});

test("an image that was told by its id lives on without the name", async () => {
  const id = await nameless("by-id");
  const state = await scene.made(tag, { source_image: id, target_image: scene.name("by-id") });
  const user = await scene.container("by-id", scene.name("by-id"));
  await scene.destroy(tag, state);
  expect((await scene.engine.images.inspect(id)).RepoTags).toEqual([]);
  expect(await scene.exists(scene.name("by-id"))).toBe(false);
  const { Parent } = await scene.engine.images.inspect(id);
  expect((await scene.engine.images.list({ all: true })).filter(({ ParentId }) => ParentId === id)).toEqual([]);
  expect(Parent).not.toBe("");
  await scene.engine.containers.remove(user);
  await scene.engine.images.remove(id);
});

test("with the last name of an image that was told by a name, the image goes", async () => {
  const source = scene.name("renamed");
  const id = await scene.load(source);
  const state = await scene.made(tag, { source_image: source, target_image: scene.name("renamed-new") });
  await scene.engine.images.remove(source);
  await scene.destroy(tag, state);
  expect(await scene.exists(id)).toBe(false);
});

test("a name that the image had before stays", async () => {
  const source = scene.name("had");
  await scene.load(source);
  await scene.engine.images.tag(source, { repo: scene.name("had-too"), tag: "latest" });
  const state = await scene.made(tag, { source_image: source, target_image: scene.name("had-too") });
  expect(state).toMatchObject({ tagged: false });
  await scene.destroy(tag, state);
  expect(await scene.exists(scene.name("had-too"))).toBe(true);
});

test("a name that another image had is taken from it, with a warning", async () => {
  const source = scene.name("taker");
  const id = await scene.load(source);
  const other = await scene.load(scene.name("taken"), "other");
  const { state, errors, warnings } = await scene.apply(tag, {
    source_image: source,
    target_image: scene.name("taken"),
  });
  expect(errors).toEqual([]);
  expect(warnings).toMatchObject([
    {
      summary: `the name "${scene.name("taken")}" was taken from another image, which has no name now`,
      detail: expect.stringContaining(other),
    },
  ]);
  expect(state).toMatchObject({ source_image_id: id, tagged: true });
  expect(await scene.exists(other)).toBe(true);
});

describe("behind its back", () => {
  test.each(["gone", "moved"])("a name that is %s is given anew", async (how) => {
    const source = scene.name(`source-${how}`);
    const target = scene.name(how);
    await scene.load(source);
    const state = await scene.made(tag, { source_image: source, target_image: target });
    if (how === "gone") await scene.engine.images.remove(target);
    else await scene.load(target, "another");
    expect(await scene.read(tag, state)).toEqual({ state: undefined, errors: [], warnings: [] });
  });

  test("a name whose source is another image by now is given anew", async () => {
    const source = scene.name("rebuilt");
    const config = { source_image: source, target_image: scene.name("rebuilt-tag") };
    await scene.load(source, "before");
    const state = await scene.made(tag, config);
    await scene.load(source, "after");
    expect((await scene.read(tag, state)).state).toEqual(state);
    expect(await scene.plan(tag, config, state)).toEqual({
      changed: ["source_image_id"],
      replace: [["source_image_id"]],
    });
  });

  test("a name that somebody gave to another image is theirs", async () => {
    const source = scene.name("lost-source");
    await scene.load(source);
    const state = await scene.made(tag, { source_image: source, target_image: scene.name("lost") });
    const theirs = await scene.load(scene.name("lost"), "theirs");
    await scene.destroy(tag, state);
    expect(await scene.imageId(scene.name("lost"))).toBe(theirs);
  });
});

test("a source that is not there", async () => {
  const source = scene.name("absent");
  const { state, errors } = await scene.apply(tag, { source_image: source, target_image: scene.name("x") });
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([{ path: ["source_image"], summary: `image "${source}" does not exist` }]);
});
