import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

// A container that is stopped and started again, in place, for what it is said to be started for.
jest.setTimeout(120_000);

const unchanged = { changed: [], replace: [] };
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene?.close());

test("triggers where there were none start it for a container that was made since, and for no other", async () => {
  const made = async () => String((await scene.makes()).state["id"]);
  const before = await made();
  const { config, state } = await scene.makes({ stop_timeout: 1 });
  const id = String(state["id"]);
  const seen = { ...config, restart_triggers: [before] };
  expect(await scene.plan(container, seen, state)).toEqual(unchanged);
  const asked = { ...config, restart_triggers: [await made()] };
  const started = (await scene.inspect(state)).State.StartedAt;
  expect((await scene.plan(container, asked, state)).replace).toEqual([]);
  const restarted = await scene.made(container, asked, state);
  const { State } = await scene.inspect(restarted);
  expect([restarted["id"], State.Running, State.StartedAt === started]).toEqual([id, true, false]);
  const { state: read } = await scene.read(container, restarted);
  expect(await scene.plan(container, asked, read!)).toEqual(unchanged);
});

test("a port of the host that the engine chose is told as it is after a restart for triggers", async () => {
  const ports = [{ internal: 80 }, { internal: 81, external_range: "45000-45999" }];
  const { config, state } = await scene.makes({ ports, restart_triggers: ["a"], stop_timeout: 1 });
  const asked = { ...config, restart_triggers: ["b"] };
  const restarted = await scene.made(container, asked, state);
  const { Ports } = (await scene.inspect(restarted)).NetworkSettings;
  const told = (restarted["ports"] as ObjectValue[]).map(({ external }) => String(external));
  expect(told).toEqual(["80/tcp", "81/tcp"].map((key) => Ports?.[key]?.[0]?.HostPort));
  const { state: read } = await scene.read(container, restarted);
  expect(read).toEqual(restarted);
  expect(await scene.plan(container, asked, read!)).toEqual(unchanged);
});
