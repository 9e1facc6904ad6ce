import { container } from "../../../../../provider/resources/container";
import { type RegistryProcess, startRegistry, user } from "../image/registry-process";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
let registry: RegistryProcess;
beforeAll(async () => {
  scene = await ContainerScene.open();
  registry = await startRegistry({ password: true });
  scene.registries = { for: async () => user };
});
afterAll(async () => {
  await scene?.close();
  await registry?.stop();
});

test("an image that the engine does not have is pulled with the registry's credentials, and stays when the container goes", async () => {
  const image = `${registry.address}/${scene.name("absent:1")}`;
  const id = await scene.load(image, "absent", { Cmd: ["sleep", "600"] });
  await scene.engine.images.push(image, { auth: user });
  await scene.engine.images.remove(image);
  const { config, state } = await scene.makes({ image });
  expect((await scene.inspect(state)).Image).toBe(id);
  expect((await scene.read(container, state)).state).toEqual(state);
  expect(await scene.plan(container, config, state)).toEqual({ changed: [], replace: [] });
  expect((await scene.destroy(container, state)).errors).toEqual([]);
  expect(await scene.exists(image)).toBe(true);
});

test("one of another platform than the engine has it for is asked of the registry, which has none", async () => {
  const image = `${registry.address}/${scene.name("here:1")}`;
  await scene.load(image, "here", { Cmd: ["sleep", "600"] });
  const { state, errors } = await scene.tries({ image, platform: "linux/s390x" });
  expect(errors).toMatchObject([{ summary: `image "${image}" does not exist in the registry`, path: ["image"] }]);
  expect(state).toBeUndefined();
});

test("one of the platform that the engine has it for is taken as it is", async () => {
  const image = `${registry.address}/${scene.name("mine:1")}`;
  await scene.load(image, "mine", { Cmd: ["sleep", "600"] });
  const { Os, Architecture } = await scene.engine.images.inspect(image);
  const { config, state } = await scene.makes({ image, platform: `${Os}/${Architecture}` });
  expect((await scene.read(container, state)).state).toEqual(state);
  expect(await scene.plan(container, config, state)).toEqual({ changed: [], replace: [] });
});

test("an image that no registry has is an error about its attribute, and nothing is made", async () => {
  const image = `${registry.address}/${scene.name("no-such:1")}`;
  const { name, state, errors } = await scene.tries({ image });
  expect(errors).toMatchObject([
    {
      summary: `image "${image}" does not exist in the registry`,
      detail: expect.stringContaining("set `image` to its `image_id`"),
      path: ["image"],
    },
  ]);
  expect(state).toBeUndefined();
  expect(await scene.engine.containers.tryInspect(name)).toBeUndefined();
  expect(scene.notes()).toEqual([]);
});
