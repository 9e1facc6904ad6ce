import { tag } from "../../../../../provider/resources/tag";
import { buildDockerProvider, terraformWith } from "../../harness";
import { Scene } from "./scene";

jest.setTimeout(120_000);

let scene: Scene;
beforeAll(() => {
  scene = new Scene();
});
afterAll(() => scene?.close());

/** An image that has no name. Its id. */
async function nameless(short: string, changes: readonly string[] = []): Promise<string> {
  const base = await scene.load(scene.name(`${short}-base`), short);
  const container = await scene.container(`${short}-base`, base);
  const id = await scene.engine.commit({ container, changes });
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

test("what keeps an image while its name is taken leaves none of the volumes that the image declares", async () => {
  const id = await nameless("declares", ["VOLUME /data"]);
  const state = await scene.made(tag, { source_image: id, target_image: scene.name("declares") });
  const volumes: string[] = [];
  const { containers } = scene.engine;
  const create = containers.create.bind(containers);
  jest.spyOn(containers, "create").mockImplementation(async (...asked) => {
    const made = await create(...asked);
    volumes.push(...((await containers.inspect(made.Id)).Mounts ?? []).flatMap(({ Name }) => Name ?? []));
    return made;
  });
  await scene.destroy(tag, state);
  jest.restoreAllMocks();
  expect(volumes).toHaveLength(1);
  expect(await scene.engine.volumes.tryInspect(volumes[0]!)).toBeUndefined();
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

describe("a name that another image has", () => {
  const taking = async (short: string) => {
    const source = scene.name(`${short}-source`);
    const target = scene.name(short);
    const id = await scene.load(source, `${short} source`);
    const other = await scene.load(target, `${short} before`);
    return { id, other, target, config: { source_image: source, target_image: target } };
  };

  test("is taken from it, which the plan says, and given back with the resource", async () => {
    const { id, other, target, config } = await taking("taken");
    const { state, errors, warnings } = await scene.apply(tag, config);
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([
      { summary: `the name "${target}" is taken from another image`, detail: expect.stringContaining(other) },
    ]);
    expect(state).toMatchObject({ source_image_id: id, tagged: true });
    expect(await scene.imageId(target)).toBe(id);
    await scene.destroy(tag, state!);
    expect(await scene.imageId(target)).toBe(other);
  });

  test("that is gone by then, is just taken away", async () => {
    const { other, target, config } = await taking("taken-gone");
    const { state } = await scene.apply(tag, config);
    await scene.engine.images.remove(other);
    await scene.destroy(tag, state!);
    expect(await scene.exists(target)).toBe(false);
  });

  test("with an image that was told by its id: the name goes back, and the image stays", async () => {
    const own = await nameless("taken-by-id");
    const target = scene.name("taken-by-id");
    const other = await scene.load(target, "taken-by-id before");
    const { state } = await scene.apply(tag, { source_image: own, target_image: target });
    await scene.destroy(tag, state!);
    expect(await scene.imageId(target)).toBe(other);
    expect((await scene.engine.images.inspect(own)).RepoTags).toEqual([]);
    await scene.engine.images.remove(own);
  });
});

test("with create_before_destroy the name is handed on, and goes with the last", async () => {
  const source = scene.name("handed-on");
  const target = scene.name("handed-on-tag");
  await scene.load(source);
  const provider = buildDockerProvider();
  const terraform = await terraformWith(provider, "");
  const write = (trigger: string) =>
    terraform.write(`resource "docker_tag" "a" {
      source_image = "${source}"
      target_image = "${target}"
      tag_triggers = ["${trigger}"]
      lifecycle { create_before_destroy = true }
    }`);
  try {
    for (const trigger of ["one", "two"]) {
      write(trigger);
      expect(await terraform.apply()).toMatchObject({ code: 0, diagnostics: [] });
      expect(await scene.exists(target)).toBe(true);
      expect((await terraform.plan()).map(({ actions }) => actions)).toEqual([["no-op"]]);
    }
    expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [] });
    expect(await scene.exists(target)).toBe(false);
  } finally {
    terraform.remove();
    provider.remove();
  }
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
