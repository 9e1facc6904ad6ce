import { plugin as pluginData } from "../../../../../provider/data-sources/plugin";
import { plugin } from "../../../../../provider/resources/plugin";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "../container/scene";
import { type RegistryProcess, startRegistry } from "../image/registry-process";
import { pushPlugin } from "./made-plugin";

jest.setTimeout(120_000);

class PluginScene extends ContainerScene {
  override async close(): Promise<void> {
    for (const { Id, Name } of await this.engine.plugins.list())
      if (Name.includes(this.prefix)) await this.engine.plugins.tryRemove(Id, { force: true });
    await super.close();
  }
}

let scene: PluginScene;
let registry: RegistryProcess;
beforeAll(async () => {
  scene = new PluginScene();
  registry = await startRegistry();
  await pushPlugin(remote("modest"));
  await pushPlugin(remote("demanding"), { hostNetwork: true });
  await pushPlugin(remote("deaf"), { isDeaf: true });
});
afterAll(async () => {
  await scene?.close();
  await registry?.stop();
});

const remote = (short: string) => `${registry.address}/${scene.prefix}/${short}:1`;
const inspect = (state: ObjectValue) => scene.engine.plugins.inspect(String(state["id"]));
const settled = { changed: [], replace: [] };

async function makes(config: ObjectValue): Promise<ObjectValue> {
  const state = await scene.made(plugin, config);
  expect(await scene.read(plugin, state)).toEqual({ state, errors: [], warnings: [] });
  expect(await scene.plan(plugin, config, state)).toEqual(settled);
  return state;
}

test("one of which nothing but the name is asked runs, and goes with the resource", async () => {
  const state = await makes({ name: remote("modest") });
  expect(state).toMatchObject({ alias: remote("modest"), plugin_reference: remote("modest"), enabled: true });
  expect([...(state["env"] as string[])].sort()).toEqual(["FIXED=1", "LEVEL=info"]);
  expect((await inspect(state)).Enabled).toBe(true);
  expect(await scene.destroy(plugin, state)).toEqual({ state: undefined, errors: [], warnings: [] });
  expect(await scene.engine.plugins.tryInspect(remote("modest"))).toBeUndefined();
  expect(scene.notes()).toEqual([]);
});

/** What can be asked beside it, and what the engine's inspect shows. */
const rows: readonly { readonly says: string; readonly asked: () => ObjectValue; readonly shown: () => object }[] = [
  {
    says: "under another name",
    asked: () => ({ alias: `${scene.prefix}/other` }),
    shown: () => ({ Name: `${scene.prefix}/other:latest`, PluginReference: remote("modest") }),
  },
  {
    says: "under an empty name, which is none",
    asked: () => ({ alias: "" }),
    shown: () => ({ Name: remote("modest") }),
  },
  { says: "that is not to run", asked: () => ({ enabled: false }), shown: () => ({ Enabled: false }) },
  { says: "that is given a time to listen", asked: () => ({ enable_timeout: 20 }), shown: () => ({ Enabled: true }) },
  {
    says: "with a variable of its own",
    asked: () => ({ env: ["LEVEL=debug"] }),
    shown: () => ({ Enabled: true, Settings: { Env: expect.arrayContaining(["LEVEL=debug", "FIXED=1"]) } }),
  },
  {
    says: "that goes by force",
    asked: () => ({ force_destroy: true, force_disable: true }),
    shown: () => ({ Enabled: true }),
  },
];
test.each(rows)("one $says: the engine shows it, and the next plan changes nothing", async ({ asked, shown }) => {
  const state = await makes({ name: remote("modest"), ...asked() });
  expect(await inspect(state)).toMatchObject(shown());
  await scene.destroy(plugin, state);
});

describe("one that asks for the host's network", () => {
  test("is not installed where it is not granted, and what it asks for is told", async () => {
    const { state, errors } = await scene.apply(plugin, { name: remote("demanding") });
    expect(state).toBeUndefined();
    expect(errors).toMatchObject([
      {
        path: ["grant_permissions"],
        summary: `plugin "${remote("demanding")}" asks for what it is not granted: network ["host"]`,
        detail: expect.stringContaining('name  = "network"\n  value = ["host"]'),
      },
    ]);
    expect(await scene.engine.plugins.tryInspect(remote("demanding"))).toBeUndefined();
  });

  test.each<ObjectValue>([
    { grant_all_permissions: true },
    { grant_permissions: [{ name: "network", value: ["host"] }] },
  ])("is with %p", async (granted) => {
    await scene.destroy(plugin, await makes({ name: remote("demanding"), ...granted }));
  });
});

test("a change of a variable, and of whether it runs, is made in place", async () => {
  const name = remote("modest");
  const first = await scene.made(plugin, { name });
  const second = await scene.made(plugin, { name, env: ["LEVEL=debug"] }, first);
  expect(second["id"]).toBe(first["id"]);
  expect(await inspect(second)).toMatchObject({
    Enabled: true,
    Settings: { Env: expect.arrayContaining(["LEVEL=debug"]) },
  });
  const third = await scene.made(plugin, { name, env: ["LEVEL=debug"], enabled: false }, second);
  expect(await inspect(third)).toMatchObject({ Enabled: false });
  await scene.destroy(plugin, third);
});

test.each(["LEVEL=debug", "FIXED=2"])(
  "behind its back, %s is told and put right, or refused at its attribute",
  async (variable) => {
    const config = { name: remote("modest"), env: ["LEVEL=info"] };
    const state = await scene.made(plugin, config);
    if (variable.startsWith("FIXED")) {
      const { errors } = await scene.apply(plugin, { ...config, env: [variable] }, state);
      expect(errors).toMatchObject([{ path: ["env"] }]);
    } else {
      await scene.engine.plugins.disable(String(state["id"]));
      await scene.engine.plugins.set(String(state["id"]), [variable]);
      const { state: read } = await scene.read(plugin, state);
      expect(read).toMatchObject({ enabled: false, env: [variable] });
      expect(await scene.made(plugin, config, read!)).toMatchObject({ enabled: true, env: ["LEVEL=info"] });
    }
    await scene.destroy(plugin, state);
  },
);

test("one that does not listen is told at `enabled`, and kept in state to be removed", async () => {
  const { state, errors } = await scene.apply(plugin, { name: remote("deaf"), enable_timeout: 1 });
  expect(errors).toMatchObject([{ path: ["enabled"] }]);
  expect(state).toMatchObject({ id: expect.any(String) });
  await scene.destroy(plugin, state!);
  expect(await scene.engine.plugins.tryInspect(remote("deaf"))).toBeUndefined();
});

test("a name that is in use, and one that the registry does not have, are told at `name`", async () => {
  const state = await scene.made(plugin, { name: remote("modest") });
  const { errors } = await scene.apply(plugin, { name: remote("modest") });
  expect(errors).toMatchObject([{ path: ["name"], summary: expect.stringContaining("the name is in use") }]);
  await scene.destroy(plugin, state);
  const absent = await scene.apply(plugin, { name: remote("absent") });
  expect(absent.errors).toMatchObject([{ path: ["name"] }]);
});

test("one that somebody removed is made anew", async () => {
  const state = await scene.made(plugin, { name: remote("modest") });
  await scene.engine.plugins.remove(String(state["id"]), { force: true });
  expect(await scene.read(plugin, state)).toEqual({ state: undefined, errors: [], warnings: [] });
});

test("what a killed run left under the name is removed, and it is installed anew", async () => {
  await pushPlugin(remote("killed"));
  scene.note({ type: "docker_plugin", name: remote("killed"), pid: 2 ** 22 + 1, started: "1" });
  const [demand] = await scene.engine.plugins.privileges(remote("killed"));
  expect(demand).toBeUndefined();
  await scene.engine.plugins.pull(remote("killed"), { privileges: [] });
  scene.newRun();
  const state = await scene.made(plugin, { name: remote("killed") });
  await scene.destroy(plugin, state);
});

test("an import tells all of it, and needs no change", async () => {
  const state = await scene.made(plugin, { name: remote("modest"), alias: `${scene.prefix}/imported` });
  const { state: imported, errors } = await scene.imported(plugin, `${scene.prefix}/imported`);
  expect(errors).toEqual([]);
  expect(imported).toMatchObject({ id: state["id"], name: remote("modest") });
  const config = { name: remote("modest"), alias: `${scene.prefix}/imported` };
  expect(await scene.plan(plugin, config, imported!)).toEqual(settled);
  await scene.destroy(plugin, state);
});

test("the data source tells of one by its name and by its id", async () => {
  const state = await scene.made(plugin, { name: remote("modest"), alias: `${scene.prefix}/told` });
  const told = {
    alias: `${scene.prefix}/told:latest`,
    name: remote("modest"),
    enabled: true,
    grant_all_permissions: true,
  };
  const byName = await scene.data(pluginData, { alias: `${scene.prefix}/told` });
  expect(byName.state).toMatchObject({ ...told, id: state["id"], alias: `${scene.prefix}/told` });
  expect((await scene.data(pluginData, { id: state["id"] })).state).toMatchObject({ ...told, id: state["id"] });
  const { errors } = await scene.data(pluginData, { alias: `${scene.prefix}/nothing` });
  expect(errors).toMatchObject([{ summary: expect.stringContaining("does not exist") }]);
  await scene.destroy(plugin, state);
});
