import { service } from "../../../../../provider/resources/service";
import type { ObjectValue } from "../../../../../provider/schema";
import { HeldRegistry } from "./held-registry";
import { ServiceScene } from "./scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
let held: HeldRegistry;
beforeAll(async () => {
  scene = await ServiceScene.open();
}, 120_000);
beforeEach(async () => {
  held = await HeldRegistry.open(scene.farm.gateway, scene.registry.url);
});
afterEach(() => held?.close());
afterAll(() => scene?.close());

const within = (timeout: string, more: ObjectValue = {}) => ({ converge_config: [{ timeout }], ...more });
const shell = (script: string) => ["sh", "-c", script];
/** Each test pulls an image that no node has yet. */
const image = async (name: string) => {
  await scene.push(scene.registry, name, name);
  return `${held.host}/${name}`;
};

test("a pull that takes twice the limit is waited for", async () => {
  const applied = scene.tries({ image: await image("slow") }, {}, within("3s"));
  const started = performance.now();
  while (!held.isAsked || performance.now() - started < 6_000) {
    const gaveUp = await Promise.race([applied, new Promise((resolve) => setTimeout(resolve, 100))]);
    if (gaveUp) break;
  }
  held.letGo();
  const { state, errors } = await applied;
  expect(errors).toEqual([]);
  expect(state).toMatchObject({ converged: true });
});

test("a pull that never ends is given up at the cap, with task, node and state, and how to keep the service", async () => {
  const { state, errors } = await scene.tries({ image: await image("endless") }, {}, within("1s"));
  const name = String(state!["name"]);
  expect(errors[0]!.summary).toBe(
    `service "${name}" did not converge within 10s, although its tasks still move: 0 of 1 tasks are running`,
  );
  expect(errors[0]!.detail).toMatch(
    new RegExp(`^task ${name}\\.1 on node node[12]: preparing for \\d+s: it pulls ${held.host}/endless:latest\\n`),
  );
  expect(errors[0]!.detail).toContain("`terraform untaint ADDRESS`");
});

test("a start period beyond the limit is waited for", async () => {
  const { state, errors } = await scene.tries(
    {
      command: shell("sleep 6; echo > /fit; sleep 600"),
      healthcheck: [{ test: ["CMD", "ls", "/fit"], interval: "1s", start_period: "60s" }],
    },
    {},
    within("3s"),
  );
  expect(errors).toEqual([]);
  expect(state).toMatchObject({ converged: true });
});

test("an update's own pauses beyond the limit are waited for", async () => {
  const slowly = within("3s", {
    mode: [{ replicated: [{ replicas: 2 }] }],
    update_config: [{ delay: "4s", monitor: "1s" }],
  });
  const { config, state } = await scene.makes({}, {}, slowly);
  const changed = await scene.apply(service, withContainer(config, { env: { A: "2" } }), state);
  expect(changed.errors).toEqual([]);
});

test("a first health check beyond the limit is said as that, before anything is made or changed", async () => {
  const late = { healthcheck: [{ test: ["CMD", "true"], interval: "90s" }] };
  const started = performance.now();
  const refused = await scene.tries(late, {}, within("40s"));
  expect(refused.errors).toMatchObject([
    { summary: "the first health check comes after 1m30s, and nothing is waited for longer than 40s" },
  ]);
  expect(refused.state).toBeUndefined();
  const { config, state } = await scene.makes({}, {}, within("40s"));
  const before = await scene.inspect(state);
  const changed = await scene.apply(service, withContainer(config, late), state);
  expect(changed.errors[0]!.summary).toBe(refused.errors[0]!.summary);
  expect((await scene.inspect(state)).Version).toEqual(before.Version);
  expect(performance.now() - started).toBeLessThan(30_000);
});

test("an update that fails returns once it is rolled back, and says so", async () => {
  const { config, state } = await scene.makes(
    {},
    {},
    within("60s", {
      update_config: [{ failure_action: "rollback", monitor: "2s" }],
      rollback_config: [{ monitor: "3s" }],
    }),
  );
  const failed = await scene.apply(service, withContainer(config, { command: shell("echo gone; exit 9") }), state);
  const { Spec, UpdateStatus } = await scene.inspect(state);
  expect(UpdateStatus?.State).toBe("rollback_completed");
  expect(Spec.TaskTemplate?.ContainerSpec?.Command ?? []).toEqual([]);
  expect(failed.errors[0]!.summary).toMatch(/did not converge: the update failed and was rolled back: /);
  expect(failed.errors[0]!.detail).toMatch(/failed, exit code 9: [\s\S]*\ngone/);
  expect(failed.errors[0]!.detail).not.toContain("untaint");
});

function withContainer(asked: ObjectValue, more: ObjectValue): ObjectValue {
  const [task] = asked["task_spec"] as ObjectValue[];
  const [spec] = task!["container_spec"] as ObjectValue[];
  return { ...asked, task_spec: [{ ...task, container_spec: [{ ...spec, ...more }] }] };
}
