import { compareVersions } from "../../../../engine";
import { NONCE_LABEL } from "../../../../formats/labels";
import { volume } from "../../../../provider/resources/volume";
import { ContainerScene } from "./container/scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const dead = { pid: 2 ** 22 + 1, started: "1" };
let count = 0;
const newName = () => `${scene.prefix}-vol-${++count}`;

const rows = [
  { name: "nothing but a name", more: {}, shown: { driver: "local" } },
  { name: "labels", more: { labels: [{ label: "a", value: "1" }] }, shown: {} },
  {
    name: "options of the driver",
    more: { driver: "local", driver_opts: { type: "tmpfs", device: "tmpfs", o: "size=1m" } },
    shown: {},
  },
];
test.each(rows)("with $name: made, and neither read nor planned differently", async ({ more, shown }) => {
  const asked = { name: newName(), ...more };
  const state = await scene.made(volume, asked);
  expect(state).toMatchObject({ id: asked.name, ...asked, ...shown, mountpoint: expect.stringContaining(asked.name) });
  const { state: read } = await scene.read(volume, state);
  expect(read).toEqual(state);
  expect(await scene.plan(volume, asked, read!)).toEqual({ changed: [], replace: [] });
});

test("without a name it has one that the engine made up", async () => {
  const state = await scene.made(volume, {});
  expect(state["name"]).toMatch(/^[0-9a-f]{64}$/);
  expect(await scene.plan(volume, {}, state)).toEqual({ changed: [], replace: [] });
  await scene.engine.volumes.remove(String(state["name"]));
});

test("an import by name tells everything", async () => {
  const asked = { name: newName(), labels: [{ label: "a", value: "1" }] };
  await scene.made(volume, asked);
  const { state } = await scene.imported(volume, asked.name);
  expect(state).toMatchObject({ ...asked, id: asked.name, driver: "local" });
});

test("somebody else's volume of the name is an error, though the engine would answer with it", async () => {
  const name = newName();
  await scene.engine.volumes.create({ Name: name });
  const { state, errors } = await scene.apply(volume, { name });
  expect(state).toBeUndefined();
  expect(errors).toMatchObject([{ summary: expect.stringContaining("name in use"), path: ["name"] }]);
});

test("what a killed run left under the name is adopted: it may hold data", async () => {
  const name = newName();
  const { nonce } = scene.note({ type: "docker_volume", name, ...dead });
  const { CreatedAt } = await scene.engine.volumes.create({ Name: name, Labels: { [NONCE_LABEL]: nonce } });
  scene.newRun();
  await scene.made(volume, { name });
  expect((await scene.engine.volumes.inspect(name)).CreatedAt).toBe(CreatedAt);
});

describe("one that is to be kept", () => {
  const labels = [{ label: "a", value: "1" }];
  /** A volume that its resource has left. */
  async function left() {
    const name = newName();
    const state = await scene.made(volume, { name, labels, keep_on_destroy: true });
    const { CreatedAt } = await scene.engine.volumes.inspect(name);
    expect((await scene.destroy(volume, state)).errors).toEqual([]);
    return { name, CreatedAt };
  }

  test("stays when its resource is destroyed, is taken up again, and goes once it is to be kept no more", async () => {
    const { name, CreatedAt } = await left();
    const asked = { name, labels, keep_on_destroy: true };
    const state = await scene.made(volume, asked);
    expect((await scene.engine.volumes.inspect(name)).CreatedAt).toBe(CreatedAt);
    const { state: read } = await scene.read(volume, state);
    expect(await scene.plan(volume, asked, read!)).toEqual({ changed: [], replace: [] });
    const later = { name, labels };
    expect((await scene.plan(volume, later, read!)).replace).toEqual([]);
    const changed = await scene.made(volume, later, read!);
    expect((await scene.destroy(volume, changed)).errors).toEqual([]);
    expect(await scene.engine.volumes.tryInspect(name)).toBeUndefined();
  });

  test.each([
    ["that is not to be kept from now on", { keep_on_destroy: false, labels }],
    ["with other labels", { keep_on_destroy: true, labels: [] }],
    ["with other options", { keep_on_destroy: true, labels, driver_opts: { type: "tmpfs", device: "tmpfs" } }],
  ])("is not taken for one %s", async (_, more) => {
    const { name } = await left();
    const { errors } = await scene.apply(volume, { name, ...more });
    expect(errors).toMatchObject([{ summary: expect.stringContaining("name in use"), path: ["name"] }]);
  });

  test("is none of somebody else's, though it is the same", async () => {
    const name = newName();
    await scene.engine.volumes.create({ Name: name, Labels: { a: "1" } });
    const { errors } = await scene.apply(volume, { name, labels, keep_on_destroy: true });
    expect(errors).toMatchObject([{ summary: expect.stringContaining("name in use"), path: ["name"] }]);
  });
});

test("in use by a container it is not removed, and who uses it is told", async () => {
  const state = await scene.made(volume, { name: newName() });
  const { Id } = await scene.engine.containers.create(`${scene.prefix}-user`, {
    Image: scene.image,
    HostConfig: { Binds: [`${String(state["name"])}:/data`] },
  });
  const { state: left, errors } = await scene.destroy(volume, state);
  expect(left).toEqual(state);
  expect(errors).toMatchObject([{ summary: expect.stringContaining("in use"), detail: expect.stringContaining(Id!) }]);
});

describe("another volume under the name, made by hand", () => {
  async function replaced(state: { readonly [name: string]: unknown }, more: object = {}) {
    const name = String(state["name"]);
    await scene.engine.volumes.remove(name);
    return scene.engine.volumes.create({ Name: name, ...more });
  }

  test.each([
    { what: "without labels", more: {} },
    { what: "of another configuration", more: { Labels: { [NONCE_LABEL]: "another" } } },
  ])("$what reads as gone", async ({ more }) => {
    const state = await scene.made(volume, { name: newName() });
    await replaced(state, more);
    expect(await scene.read(volume, state)).toEqual({ state: undefined, errors: [], warnings: [] });
  });

  test("is not removed with the resource, and that is said", async () => {
    const state = await scene.made(volume, { name: newName() });
    const { CreatedAt } = await replaced(state);
    const { state: left, errors, warnings } = await scene.destroy(volume, state);
    expect({ left, errors }).toEqual({ left: undefined, errors: [] });
    expect(warnings).toMatchObject([
      {
        summary: `volume "${String(state["name"])}" was not removed: it is not the one that this configuration made`,
        detail: expect.stringContaining(`docker volume rm ${String(state["name"])}`),
      },
    ]);
    expect((await scene.engine.volumes.inspect(String(state["name"]))).CreatedAt).toBe(CreatedAt);
  });

  test("is told from one that was made before nonces were kept, once that was read", async () => {
    const made = await scene.made(volume, { name: newName() });
    const { state } = await scene.read(volume, { ...made });
    await replaced(state!);
    expect((await scene.read(volume, state!)).state).toBeUndefined();
  });
});

test("an imported volume is read as it is and, where the engine has no lasting time of creation, left with a warning", async () => {
  const name = newName();
  await scene.engine.volumes.create({ Name: name });
  const { state } = await scene.imported(volume, name);
  expect((await scene.read(volume, state!)).state).toEqual(state);
  const { errors, warnings } = await scene.destroy(volume, state!);
  const stays = compareVersions(await scene.engine.apiVersion(), "1.42") < 0;
  expect(errors).toEqual([]);
  expect(warnings).toMatchObject(
    stays
      ? [
          {
            summary: `volume "${name}" was not removed: it may be another one than the state is about`,
            detail: expect.stringContaining(`docker volume rm ${name}`),
          },
        ]
      : [],
  );
  expect((await scene.engine.volumes.tryInspect(name)) !== undefined).toBe(stays);
});

test("an imported volume that this provider made is known by its nonce, and removed", async () => {
  const name = newName();
  await scene.made(volume, { name });
  const { state } = await scene.imported(volume, name);
  expect(await scene.destroy(volume, state!)).toEqual({ state: undefined, errors: [], warnings: [] });
  expect(await scene.engine.volumes.tryInspect(name)).toBeUndefined();
});
