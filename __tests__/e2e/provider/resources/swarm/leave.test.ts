import { swarm } from "../../../../../provider/resources/swarm";
import { ServiceScene } from "../service/scene";

// A manager with a task that ends later than an engine waits for its node to stop.
jest.setTimeout(180_000);

let scene: ServiceScene;
beforeAll(async () => {
  scene = await ServiceScene.open(1);
});
afterAll(() => scene?.close());

/** More than the 15 s that the engine waits. */
const GRACE = "25s";

test("a swarm whose last manager takes long to stop is removed all the same", async () => {
  const { engine } = scene;
  await scene.makes({ command: ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"], stop_grace_period: GRACE });
  const { errors, state } = await scene.apply(swarm, { managers: [engine.url] });
  expect(errors).toEqual([]);
  await expect(engine.swarm.leave({ force: true })).rejects.toMatchObject({ code: "still-leaving" });
  expect(await scene.destroy(swarm, state!)).toMatchObject({ errors: [] });
  expect((await engine.system.info()).Swarm?.LocalNodeState).toBe("inactive");
});
