import { config } from "../../../../../provider/resources/config";
import { network } from "../../../../../provider/resources/network";
import { secret } from "../../../../../provider/resources/secret";
import { service } from "../../../../../provider/resources/service";
import { volume } from "../../../../../provider/resources/volume";
import type { ObjectValue } from "../../../../../provider/schema";
import { account, ServiceScene } from "./scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
beforeAll(async () => {
  scene = await ServiceScene.open();
}, 120_000);
afterAll(() => scene?.close());

const soon = { converge_config: [{ timeout: "4s" }] };
const never = { restart_policy: [{ condition: "none" }] };
const shell = (script: string) => ["sh", "-c", script];

test("an image that does not exist is told, with the node and the message", async () => {
  const { state, errors } = await scene.tries({ image: "registry:5000/nothing:1" }, {}, soon);
  expect(errors).toMatchObject([
    {
      summary: `service "${String(state!["name"])}" did not converge: no task moved on for 4s: 0 of 1 tasks are running`,
      path: ["converge_config"],
    },
  ]);
  expect(errors[0]!.detail).toMatch(
    /^task s\d+\.1 on node node[12]: rejected: No such image: registry:5000\/nothing:1/,
  );
  expect(state).toMatchObject({ id: expect.any(String), converged: false });
});

test("a process that exits is told, with its exit code and last lines", async () => {
  const { errors } = await scene.tries({ command: shell("echo no database; exit 1") }, {}, soon);
  expect(errors[0]!.detail).toMatch(/task s\d+\.1 on node node[12]: failed, exit code 1: task: non-zero exit \(1\)/);
  expect(errors[0]!.detail).toContain("no database");
});

test("a process that is not started again is told at once", async () => {
  const started = Date.now();
  const { errors } = await scene.tries({ command: shell("echo over; exit 3") }, never, {
    converge_config: [{ timeout: "60s" }],
  });
  expect(errors[0]!.summary).toMatch(/did not converge: 1 of 1 task has ended, and the restart policy starts no more$/);
  expect(errors[0]!.detail).toContain("exit code 3");
  expect(Date.now() - started).toBeLessThan(30_000);
});

test("a job that fails is told at once", async () => {
  const { errors } = await scene.tries({ command: shell("exit 4") }, never, {
    mode: [{ replicated_job: [{ total_completions: 1 }] }],
    converge_config: [{ timeout: "20s" }],
  });
  expect(errors[0]!.summary).toContain("the restart policy starts no more");
  expect(errors[0]!.detail).toContain("exit code 4");
});

test("a port in use is told: on the mesh by the swarm, on the nodes as no suitable node", async () => {
  const mesh = { endpoint_spec: [{ ports: [{ target_port: 80, published_port: 7001 }] }] };
  const host = (port: number) => ({
    endpoint_spec: [{ ports: [{ target_port: 80, published_port: port, publish_mode: "host" }] }],
  });
  await scene.makes({}, {}, { ...mesh, converge_config: [] });
  const refused = await scene.tries({}, {}, mesh);
  expect(refused.errors[0]!.summary).toMatch(/port/);
  expect(refused.errors[0]!.detail).toContain("7001");
  await scene.makes({}, {}, { ...host(7002), mode: [{ global: true }] });
  const waiting = await scene.tries({}, {}, { ...host(7002), ...soon });
  expect(waiting.errors[0]!.detail).toMatch(
    /on no node: pending for \d+s: no suitable node \(host-mode port already in use on 2 nodes/,
  );
});

test("new tasks that start first on the nodes whose port the old ones hold are told, with what helps", async () => {
  const ports = { endpoint_spec: [{ ports: [{ target_port: 80, published_port: 7003, publish_mode: "host" }] }] };
  const update = (order: string) => ({ ...ports, mode: [{ global: true }], update_config: [{ order }], ...soon });
  const { config: asked, state } = await scene.makes({}, {}, update("start-first"));
  const changed = withContainer(asked, { labels: [{ label: "a", value: "b" }] });
  const stuck = await scene.apply(service, changed, state);
  expect(stuck.errors[0]!.detail).toMatch(
    /host-mode port already in use.*\nThe task before it holds the port and ends only once the new one runs: write `order = "stop-first"` in `update_config`\./,
  );
  const mended = await scene.apply(service, { ...changed, ...update("stop-first") }, stuck.state ?? state);
  expect(mended.errors).toEqual([]);
});

test("an update that fails pauses, is told, and is tried again by the next apply", async () => {
  const { config: asked, state } = await scene.makes(
    {},
    {},
    {
      update_config: [{ monitor: "1s" }],
      mode: [{ replicated: [{ replicas: 2 }] }],
    },
  );
  const broken = withContainer(asked, { command: shell("exit 9") });
  const failed = await scene.apply(service, broken, state);
  expect(failed.errors[0]!.summary).toMatch(/did not converge: the update was paused after a failure: /);
  expect(failed.errors[0]!.detail).toContain("exit code 9");
  const { state: read } = await scene.read(service, failed.state!);
  expect(read).toMatchObject({ converged: false });
  expect(await scene.plan(service, broken, read!)).toEqual({ changed: ["converged"], replace: [] });
  const mended = await scene.made(service, asked, read!);
  expect(mended["converged"]).toBe(true);
  expect(await scene.plan(service, asked, mended)).toEqual({ changed: [], replace: [] });
});

test("a name in use is left alone; one that a killed run left is made again", async () => {
  const { config: asked, state } = await scene.makes();
  const taken = await scene.apply(service, asked);
  expect(taken.errors[0]!.summary).toMatch(/^name in use: a service named "s\d+"/);
  expect((await scene.inspect(state)).ID).toBe(state["id"]);

  const orphan = scene.config({}, {}, soon);
  const half = await scene.killed(orphan);
  const again = await scene.made(service, orphan);
  expect(again["id"]).not.toBe(half);
  expect(await scene.engine.services.tryInspect(half)).toBeUndefined();
});

test("secrets and configs in use are replaced by others of another name", async () => {
  const label = { labels: [] };
  const one = await scene.made(secret, { name: "key-1", data: "MQ==", ...label });
  const first = await scene.made(config, { name: "file-1", data: "MQ==", ...label });
  const files = (key: ObjectValue, file: ObjectValue): ObjectValue => ({
    secrets: [{ secret_id: key["id"], secret_name: key["name"], file_name: "key" }],
    configs: [{ config_id: file["id"], config_name: file["name"], file_name: "/file" }],
  });
  const { config: asked, state } = await scene.makes(files(one, first));
  expect((await scene.destroy(secret, one)).errors[0]!.summary).toBe(
    'secret "key-1" is in use'.replace("key-1", String(one["id"])),
  );
  const two = await scene.made(secret, { name: "key-2", data: "Mg==", ...label });
  const second = await scene.made(config, { name: "file-2", data: "Mg==", ...label });
  await scene.made(service, withContainer(asked, files(two, second)), state);
  const gone = await Promise.all([scene.destroy(secret, one), scene.destroy(config, first)]);
  expect(gone.flatMap(({ errors }) => errors)).toEqual([]);
});

test("a secret that does not exist is an error about the attribute", async () => {
  const { errors } = await scene.tries({ secrets: [{ secret_id: "", secret_name: "nobody", file_name: "x" }] });
  expect(errors).toMatchObject([
    { summary: 'secret "nobody" does not exist', path: ["task_spec", 0, "container_spec", 0, "secrets"] },
  ]);
});

test("nodes pull with the credentials that are given", async () => {
  await scene.privateRegistry();
  const image = "private:5000/busybox";
  const refused = await scene.tries({ image }, {}, soon);
  expect(refused.errors[0]!.detail).toContain("No such image: private:5000/busybox");
  const auth = [{ server_address: "private:5000", ...account }];
  const { state } = await scene.makes({ image }, {}, { auth });
  expect(state["converged"]).toBe(true);
  scene.registries = { for: async () => ({ ...account, serveraddress: "private:5000" }) };
  await scene.push(scene.registry, "busybox", "private, too", "two");
  const { config: asked, state: known } = await scene.makes(
    { image: `${image}:two` },
    {},
    { mode: [{ global: true }] },
  );
  // Other credentials alone replace no task.
  const [before] = await scene.tasks(known);
  scene.registries = { for: async () => ({ ...account, serveraddress: "elsewhere" }) };
  const labelled = await scene.made(service, { ...asked, labels: [{ label: "a", value: "b" }] }, known);
  expect((await scene.tasks(labelled)).map(({ ID }) => ID)).toContain(before!.ID);
});

/** What lets go is waited for for 30 s. */
const LESS_THAN_A_WAIT_MS = 20_000;

test("a volume that somebody else uses is in use at once", async () => {
  const kept = await scene.made(volume, { name: "kept" });
  const mounted = { mounts: [{ type: "volume", source: "kept", target: "/data" }] };
  const { state } = await scene.makes(mounted, { placement: [{ constraints: ["node.role==manager"] }] });
  const started = Date.now();
  const { errors } = await scene.destroy(volume, kept);
  expect(errors).toMatchObject([{ summary: 'volume "kept" is in use' }]);
  expect(Date.now() - started).toBeLessThan(LESS_THAN_A_WAIT_MS);
  await scene.destroy(service, state);
  expect((await scene.destroy(volume, kept)).errors).toEqual([]);
});

test("a network that a service is on is in use at once", async () => {
  const net = await scene.made(network, { name: "used", driver: "overlay" });
  await scene.makes({}, { networks_advanced: [{ name: "used" }] });
  const started = Date.now();
  expect((await scene.destroy(network, net)).errors[0]!.detail).toContain("is in use by service");
  expect(Date.now() - started).toBeLessThan(LESS_THAN_A_WAIT_MS);
});

function withContainer(asked: ObjectValue, more: ObjectValue): ObjectValue {
  const [task] = asked["task_spec"] as ObjectValue[];
  const [spec] = task!["container_spec"] as ObjectValue[];
  return { ...asked, task_spec: [{ ...task, container_spec: [{ ...spec, ...more }] }] };
}
