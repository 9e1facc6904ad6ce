import { compareVersions } from "../../../../../engine";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const shell = (script: string) => ["sh", "-c", script];
const check = (script: string, more: ObjectValue = {}): ObjectValue[] => [
  { test: ["CMD-SHELL", script], interval: "100ms", ...more },
];

test("a container is waited for until its health check passes", async () => {
  const { state } = await scene.makes({
    wait: true,
    command: shell("sleep 0.3; echo ok > /ready; exec sleep 600"),
    healthcheck: check("test -e /ready", { retries: 100 }),
  });
  expect((await scene.inspect(state)).State.Health?.Status).toBe("healthy");
});

test("what it printed until it was healthy is kept where that is asked", async () => {
  const { state } = await scene.makes({
    ...{ wait: true, logs: true },
    command: shell("echo up; echo ok > /ready; exec sleep 600"),
    healthcheck: check("test -e /ready"),
  });
  expect(state["container_logs"]).toBe("up\n");
});

test("one that does not become healthy in time says what was last seen", async () => {
  const { name, state, errors } = await scene.tries({
    ...{ wait: true, wait_timeout: 1 },
    healthcheck: check("echo still migrating; exit 1", { retries: 1000 }),
  });
  expect(errors).toMatchObject([{ summary: `container "${name}" was not healthy within 1 s`, path: ["wait"] }]);
  expect(errors[0]!.detail).toMatch(
    /^Last seen running, starting; its last check exited with 1 and printed: still migrating\.\n/,
  );
  expect(errors[0]!.detail).toContain("Raise `wait_timeout`");
  expect((await scene.inspect(state)).State.Running).toBe(true);
});

test("one that is unhealthy is an error at once, with the words of its health check", async () => {
  const { name, errors } = await scene.tries({
    wait: true,
    healthcheck: check("echo no disk; exit 1", { retries: 1 }),
  });
  expect(errors).toMatchObject([
    { summary: expect.stringContaining(`container "${name}" is unhealthy`), path: ["wait"] },
  ]);
  expect(errors[0]!.detail).toContain("unhealthy; its last check exited with 1 and printed: no disk.");
});

test("one that ends before it is healthy is an error with its exit code and the end of its log", async () => {
  const { name, errors } = await scene.tries({
    wait: true,
    command: shell("echo cannot bind; exit 9"),
    healthcheck: check("true", { interval: "10s" }),
  });
  expect(errors).toMatchObject([
    { summary: `container "${name}" is exited (exit code 9), it will not become healthy`, path: ["wait"] },
  ]);
  expect(errors[0]!.detail).toContain("cannot bind");
});

test("one without a health check cannot be waited for", async () => {
  const { name, errors } = await scene.tries({ wait: true });
  expect(errors).toMatchObject([{ summary: `container "${name}" has no health check to wait for`, path: ["wait"] }]);
});

test("a start interval is refused where the engine does not know it", async () => {
  const { name, errors, warnings } = await scene.tries({ healthcheck: check("true", { start_interval: "200ms" }) });
  const isKnown = compareVersions(await scene.engine.apiVersion(), "1.44") >= 0;
  const error = { summary: `container "${name}": its engine is too old for healthcheck.start_interval` };
  expect(errors).toMatchObject(isKnown ? [] : [error]);
  expect(warnings).toEqual([]);
});
