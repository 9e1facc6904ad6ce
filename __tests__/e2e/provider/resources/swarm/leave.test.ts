import { swarm } from "../../../../../provider/resources/swarm";
import { ServiceScene } from "../service/scene";

// A manager that leaves while a task of its is being stopped, which takes longer than an engine waits for its node.
jest.setTimeout(180_000);

let scene: ServiceScene;
beforeAll(async () => {
  scene = await ServiceScene.open(1);
});
afterAll(() => scene?.close());

/** More than the 15 s that the engine waits. */
const GRACE = "25s";

/** The engine has begun to stop a container. */
function stopping(): Promise<true> {
  let looks = 0;
  return scene.engine.until({ filters: { type: ["container"], event: ["kill"] } }, async () => {
    looks += 1;
    return looks > 1 || undefined;
  });
}

test("a swarm whose last manager takes long to stop is removed all the same", async () => {
  const { engine } = scene;
  const stubborn = ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"];
  const { state: made } = await scene.makes({ command: stubborn, stop_grace_period: GRACE });
  const { errors, state } = await scene.read(swarm, { managers: [engine.url] }, true);
  expect(errors).toEqual([]);
  const begun = stopping();
  await engine.services.tryRemove(String(made["id"]));
  await begun;
  await expect(engine.swarm.leave({ force: true })).rejects.toMatchObject({ code: "still-leaving" });
  expect(await scene.destroy(swarm, state!)).toMatchObject({ errors: [] });
  expect((await engine.system.info()).Swarm?.LocalNodeState).toBe("inactive");
});
