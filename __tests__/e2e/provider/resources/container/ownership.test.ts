import { NONCE_LABEL } from "../../../../../formats/labels";
import { container } from "../../../../../provider/resources/container";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

/** A process that is no more. */
const dead = { pid: 2 ** 22 + 1, started: "1" };

test("a name that somebody else's container has is an error, and that container is left alone", async () => {
  const config = scene.config();
  const { Id } = await scene.engine.containers.create(String(config["name"]), { Image: scene.image });
  const { state, errors } = await scene.apply(container, config);
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([{ summary: expect.stringContaining("name in use"), path: ["name"] }]);
  expect((await scene.engine.containers.inspect(Id!)).State.Status).toBe("created");
});

test("what a killed run left under the name is removed and made again", async () => {
  const config = scene.config();
  const { nonce } = scene.note({ type: "docker_container", name: String(config["name"]), ...dead });
  const labels = { [NONCE_LABEL]: nonce };
  const { Id } = await scene.engine.containers.create(String(config["name"]), { Image: scene.image, Labels: labels });
  scene.newRun();
  const state = await scene.made(container, config);
  expect(state["id"]).not.toBe(Id);
  expect(await scene.engine.containers.tryInspect(Id!)).toBeUndefined();
});

test("a container of the same name that removes itself just now is waited for", async () => {
  const config = scene.config({ rm: true });
  const state = await scene.made(container, config);
  const [made] = await Promise.all([
    scene.engine.containers.kill(String(state["id"])).then(() => scene.apply(container, config)),
  ]);
  expect(made.errors).toEqual([]);
  expect(made.state!["id"]).not.toBe(state["id"]);
});

test("the nonce is on the container, and in no state", async () => {
  const { state } = await scene.makes({ labels: [{ label: "a", value: "1" }] });
  expect((await scene.inspect(state)).Config.Labels).toMatchObject({
    a: "1",
    image: "yes",
    [NONCE_LABEL]: expect.any(String),
  });
  expect((await scene.read(container, state)).state!["labels"]).toEqual([{ label: "a", value: "1" }]);
});

test("the note of a container is settled when it has been seen in state", async () => {
  const { state } = await scene.makes();
  const nonce = (await scene.inspect(state)).Config.Labels![NONCE_LABEL]!;
  expect(scene.notes()).toContain(`${nonce}.json`);
  await scene.read(container, state);
  expect(scene.notes()).not.toContain(`${nonce}.json`);
});
