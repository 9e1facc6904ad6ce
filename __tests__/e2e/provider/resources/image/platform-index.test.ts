import { type ImageStore, imageStoreOf } from "../../../../../engine";
import { images } from "../../../../../provider/data-sources/images";
import { commit } from "../../../../../provider/resources/commit";
import { container } from "../../../../../provider/resources/container";
import { image } from "../../../../../provider/resources/image";
import { registryImage } from "../../../../../provider/resources/registry-image";
import { speaks } from "../../../engine/speaks";
import { ContainerScene } from "../container/scene";
import { otherArchitecture, ownArchitecture, serveIndex } from "./platform-index";
import { type RegistryProcess, startRegistry } from "./registry-process";

/*
 * Images as Docker Hub serves them, on whichever image store the engine has.
 */
jest.setTimeout(120_000);

let scene: ContainerScene;
let registry: RegistryProcess;
let store: ImageStore;
beforeAll(async () => {
  scene = await ContainerScene.open();
  registry = await startRegistry();
  store = await imageStoreOf(scene.engine);
});
afterAll(async () => {
  await scene?.close();
  await registry?.stop();
});

const remote = (short: string) => `${registry.address}/${scene.name(short)}`;
const other = `linux/${otherArchitecture}`;

/** The processor that the image of a container says it is for. */
async function processorOf(name: string): Promise<unknown> {
  const { Labels } = (await scene.engine.images.inspect(name)).Config ?? {};
  return (Labels as Record<string, string>)["for"];
}

test("of an index the engine's own platform is pulled, and its digest is the index's", async () => {
  const name = remote("own:1");
  const index = await serveIndex(scene, name);
  const state = await scene.made(image, { name });
  expect(state["repo_digest"]).toBe(`${remote("own")}@${index}`);
  expect(state["image_id"] === index).toBe(store === "containerd");
  expect(await processorOf(name)).toBe(ownArchitecture);
  expect(await scene.read(image, state)).toEqual({ state, errors: [], warnings: [] });
  await scene.destroy(image, state);
  expect(await scene.exists(name)).toBe(false);
});

test("another platform is honoured, down to the container that is made of it", async () => {
  const name = remote("other:1");
  await serveIndex(scene, name);
  const state = await scene.made(image, { name, platform: other });
  for (const asked of [String(state["image_id"]), name]) {
    const config = scene.config({ image: asked });
    // The engine may warn that it is not its own.
    const { state: made, errors } = await scene.apply(container, config);
    expect(errors).toEqual([]);
    const { Config } = await scene.inspect(made);
    expect((Config.Labels as Record<string, string>)["for"]).toBe(otherArchitecture);
    expect(await scene.plan(container, config, made!)).toEqual({ changed: [], replace: [] });
    await scene.destroy(container, made!);
  }
  expect(await scene.plan(image, { name, platform: other }, state)).toEqual({ changed: [], replace: [] });
  await scene.destroy(image, state);
});

test("another platform than the one that the engine has is pulled, or refused where the store would take the other", async () => {
  const name = remote("both:1");
  await serveIndex(scene, name);
  await scene.engine.images.pull(name);
  const { state, errors } = await scene.apply(image, { name, platform: other });
  const refusal = {
    path: ["platform"],
    summary: `image "${name}" is for linux/${ownArchitecture} on the engine, although ${other} was asked for`,
    detail: expect.stringContaining(`docker image rm ${name}`),
  };
  expect(errors).toMatchObject(store === "containerd" ? [refusal] : []);
  expect(state === undefined).toBe(store === "containerd");
  expect(await processorOf(name)).toBe(store === "containerd" ? ownArchitecture : otherArchitecture);
});

test("pushed under another name, its digest is the one that the registry then has", async () => {
  const name = remote("pushed:1");
  const target = remote("target:1");
  await serveIndex(scene, name);
  await scene.engine.images.pull(name);
  await scene.engine.images.tag(name, { repo: remote("target"), tag: "1" });
  const { state, errors } = await scene.apply(registryImage, { name: target });
  if (store === "containerd" && !(await speaks(scene.engine, "1.48"))) {
    expect(errors).toMatchObject([
      {
        summary: expect.stringContaining("is an index of platforms"),
        detail: expect.stringContaining("Docker Engine 28"),
      },
    ]);
    return;
  }
  expect(errors).toEqual([]);
  const { Descriptor } = await scene.engine.distribution(target);
  expect(state).toMatchObject({ sha256_digest: Descriptor.digest });
});

test("the size that a commit tells is the one that the images' list has", async () => {
  const { state: made } = await scene.makes();
  const name = scene.name("committed");
  const { table, id } = await scene.made(commit, { container: made["id"], name: `${name}:1` });
  const { state: listed } = await scene.data(images, { reference: [`${name}:1`] });
  expect(table).toBe(listed?.["table"]);
  expect(listed?.["images"]).toMatchObject([{ id, repository: name, tag: "1" }]);
});

test("an image that has only a digest is listed under its repository, without a tag", async () => {
  const name = remote("digest:1");
  const index = await serveIndex(scene, name);
  await scene.engine.images.pull(`${remote("digest")}@${index}`);
  const { state } = await scene.data(images, { reference: [remote("digest")] });
  expect(state?.["images"]).toMatchObject([{ repository: remote("digest"), tag: "<none>", digest: index }]);
  await scene.engine.images.remove(`${remote("digest")}@${index}`);
});
