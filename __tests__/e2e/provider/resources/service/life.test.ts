import type { ServiceSpec } from "../../../../../engine";
import { config } from "../../../../../provider/resources/config";
import { network } from "../../../../../provider/resources/network";
import { secret } from "../../../../../provider/resources/secret";
import { service } from "../../../../../provider/resources/service";
import { volume } from "../../../../../provider/resources/volume";
import type { ObjectValue } from "../../../../../provider/schema";
import { ServiceScene } from "./scene";

jest.setTimeout(120_000);
let scene: ServiceScene;
beforeAll(async () => {
  scene = await ServiceScene.open();
}, 120_000);
afterAll(() => scene?.close());

const unchanged = { changed: [], replace: [] };
const label = (name: string, value: string) => ({ label: name, value });
const container = (config: ObjectValue, more: ObjectValue): ObjectValue => {
  const [task] = config["task_spec"] as ObjectValue[];
  const [spec] = task!["container_spec"] as ObjectValue[];
  return { ...config, task_spec: [{ ...task, container_spec: [{ ...spec, ...more }] }] };
};
const ids = async (state: ObjectValue) => (await scene.tasks(state)).map(({ ID }) => ID);
const shell = (script: string) => ["sh", "-c", script];

async function staysSo(config: ObjectValue, state: ObjectValue) {
  const { state: read, errors } = await scene.read(service, state);
  expect(errors).toEqual([]);
  expect(read).toEqual(state);
  expect(await scene.plan(service, config, read!)).toEqual(unchanged);
}

test("a service is made as it was asked, and stays so", async () => {
  const { config, state } = await scene.makes();
  expect(state).toMatchObject({ name: config["name"], converged: true });
  await staysSo(config, state);
  expect((await scene.inspect(state)).Spec.TaskTemplate?.ContainerSpec?.Image).toMatch(/busybox:latest@sha256:/);
});

test("everything that can be asked is made, and stays as it was spelled", async () => {
  const net = await scene.made(network, { name: "net", driver: "overlay" });
  const key = await scene.made(secret, { name: "key", data: "c2VjcmV0", labels: [label("a", "b")] });
  const file = await scene.made(config, { name: "file", data: "Y29uZmln", labels: [] });
  const asked = {
    labels: [label("a", "1"), label("b", "2")],
    mode: [{ replicated: [{ replicas: 2 }] }],
    endpoint_spec: [
      {
        mode: "dnsrr",
        ports: [
          { target_port: 90, published_port: 9090, publish_mode: "host", protocol: "udp" },
          { target_port: 80, published_port: 8080, publish_mode: "host" },
        ],
      },
    ],
    update_config: [{ parallelism: 2, delay: "60s", order: "start-first", max_failure_ratio: "0.10", monitor: "1m" }],
    rollback_config: [{ failure_action: "continue" }],
  };
  const task = {
    networks_advanced: [{ name: "net", aliases: ["b", "a"] }],
    restart_policy: [{ condition: "on-failure", max_attempts: 3, window: "1h" }],
    placement: [
      { constraints: ["node.platform.os==linux", "node.role!=nothing"], prefs: ["spread=node.id"], max_replicas: 2 },
    ],
    resources: [
      {
        limits: [{ memory_bytes: 67108864, nano_cpus: 500000000, pids: 50 }],
        reservation: [{ memory_bytes: 4194304 }],
      },
    ],
    log_driver: [{ name: "json-file", options: { "max-size": "1m" } }],
  };
  const spec = {
    command: shell("exec sleep 600"),
    args: [],
    hostname: "h-{{.Task.Slot}}",
    env: { B: "2", A: "1=1" },
    unset_env: ["PATH2"],
    dir: "/bin",
    user: "1000:1000",
    groups: ["10"],
    labels: [label("c", "3")],
    init: false,
    tty: true,
    open_stdin: true,
    read_only: false,
    stop_signal: "SIGKILL",
    stop_grace_period: "1000ms",
    cap_add: ["net_raw", "CAP_CHOWN"],
    cap_drop: ["MKNOD"],
    sysctl: { "net.ipv4.ip_unprivileged_port_start": "80" },
    ulimits: [
      { name: "nofile", soft: 100, hard: 200 },
      { name: "core", soft: 0, hard: 0 },
    ],
    hosts: [
      { host: "two", ip: "10.0.0.2" },
      { host: "one", ip: "10.0.0.1" },
    ],
    dns_config: [{ nameservers: ["127.0.0.11"], search: ["example.com"], options: ["timeout:3"] }],
    healthcheck: [{ test: ["CMD-SHELL", "true"], interval: "1000ms", retries: 2 }],
    mounts: [
      {
        type: "volume",
        source: "data",
        target: "/data/",
        volume_options: [{ labels: [label("v", "1")], no_copy: true }],
      },
      { type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 1048576, mode: 1023 }] },
      { type: "bind", source: "/tmp", target: "/h", read_only: true, bind_options: [{ propagation: "private" }] },
    ],
    secrets: [{ secret_id: String(key["id"]), secret_name: "key", file_name: "key", file_mode: 256 }],
    configs: [{ config_id: "", config_name: "file", file_name: "/file", file_uid: "7" }],
    privileges: [{ se_linux_context: [{ disable: true }] }],
  };
  expect(net["id"]).toBeDefined();
  expect(file["id"]).toBeDefined();
  const { config: written, state } = await scene.makes(spec, task, asked);
  await staysSo(written, state);
  // The same, as another hand would write it.
  const [first, second] = asked.endpoint_spec[0]!.ports;
  const otherwise: ObjectValue = {
    ...container(written, {
      cap_add: ["CHOWN", "CAP_NET_RAW"],
      cap_drop: ["CAP_MKNOD"],
      stop_grace_period: "1s",
      mounts: [{ ...spec.mounts[0]!, target: "/data" }, ...spec.mounts.slice(1)],
      image: `${scene.image}:latest`,
    }),
    endpoint_spec: [{ mode: "dnsrr", ports: [second!, first!] }],
    update_config: [{ parallelism: 2, delay: "1m", order: "start-first", max_failure_ratio: "0.1", monitor: "60s" }],
  };
  expect(await scene.plan(service, otherwise, state)).toEqual(unchanged);
});

test("what the engine is too old for is told, and no difference after", async () => {
  const privileges = [{ no_new_privileges: true }];
  const asked = scene.config({ privileges, oom_score_adj: 5 });
  const { state, warnings, errors } = await scene.apply(service, asked);
  expect(errors).toEqual([]);
  expect(warnings.map(({ summary }) => summary)).toEqual([
    `service "${String(asked["name"])}": privileges.no_new_privileges has no effect on this engine`,
    `service "${String(asked["name"])}": oom_score_adj has no effect on this engine`,
  ]);
  await staysSo(asked, state!);
});

test("labels, scale and policies change in place, and no running task is replaced", async () => {
  const { config: asked, state } = await scene.makes({}, {}, { mode: [{ replicated: [{ replicas: 2 }] }] });
  const before = await ids(state);
  const more = {
    ...asked,
    mode: [{ replicated: [{ replicas: 5 }] }],
    labels: [label("new", "1")],
    update_config: [{ order: "start-first" }],
  };
  expect((await scene.plan(service, more, state)).replace).toEqual([]);
  const grown = await scene.made(service, more, state);
  expect((await ids(grown)).slice(0, 2)).toEqual(before);
  expect(await ids(grown)).toHaveLength(5);
  expect((await scene.inspect(grown)).Spec.Labels).toMatchObject({ new: "1" });
  const shrunk = await scene.made(service, { ...more, mode: [{ replicated: [{ replicas: 2 }] }] }, grown);
  const left = await ids(shrunk);
  expect(left).toHaveLength(2);
  await staysSo({ ...more, mode: [{ replicated: [{ replicas: 2 }] }] }, shrunk);
});

test("another image rolls, and waits until the new tasks run", async () => {
  await scene.push(scene.registry, "busybox", "two", "two");
  const { config: asked, state } = await scene.makes(
    {},
    {},
    {
      mode: [{ replicated: [{ replicas: 2 }] }],
      update_config: [{ order: "start-first", parallelism: 1, monitor: "1s" }],
    },
  );
  const before = await ids(state);
  const next = container(asked, { image: `${scene.image}:two` });
  const rolled = await scene.made(service, next, state);
  const after = await scene.tasks(rolled);
  expect(after).toHaveLength(2);
  expect(after.map(({ ID }) => ID)).not.toEqual(expect.arrayContaining(before));
  for (const { Spec } of after) expect(Spec.ContainerSpec?.Image).toContain(":two@");
  await staysSo(next, rolled);
});

test.each([
  { name: "global", mode: { global: true }, tasks: 2 },
  { name: "two replicas, none named", mode: { replicated: [{}] }, tasks: 1 },
])("mode $name", async ({ mode, tasks }) => {
  const { config: asked, state } = await scene.makes({}, {}, { mode: [mode] });
  expect(await scene.tasks(state)).toHaveLength(tasks);
  await staysSo(asked, state);
});

test("another kind of mode replaces the service", async () => {
  const { config: asked, state } = await scene.makes({}, {}, { mode: [{ global: true }] });
  const plan = await scene.plan(service, { ...asked, mode: [{ replicated: [{ replicas: 1 }] }] }, state);
  expect(plan.replace).toEqual([["mode"]]);
});

test.each([
  { name: "replicated_job", mode: { replicated_job: [{ total_completions: 3, max_concurrent: 2 }] } },
  { name: "replicated_job without numbers", mode: { replicated_job: [{}] } },
  { name: "global_job", mode: { global_job: true } },
])("a $name ends the wait by completing", async ({ mode }) => {
  const job = { command: shell("sleep 0.2") };
  const { config: asked, state } = await scene.makes(
    job,
    { restart_policy: [{ condition: "none" }] },
    { mode: [mode] },
  );
  expect(state["converged"]).toBe(true);
  expect(await scene.tasks(state)).toEqual([]);
  await staysSo(asked, state);
});

test("a port that nobody named is told once the swarm has chosen it", async () => {
  const { config: asked, state } = await scene.makes(
    {},
    {},
    {
      endpoint_spec: [{ ports: [{ target_port: 80 }] }],
      converge_config: [],
    },
  );
  const [endpoint] = state["endpoint_spec"] as { ports: { published_port: number }[] }[];
  expect(endpoint!.ports[0]!.published_port).toBeGreaterThanOrEqual(30000);
  await staysSo(asked, state);
});

test("what was changed behind our back is seen, and taken back", async () => {
  const { config: asked, state } = await scene.makes({ env: { A: "1" } }, {}, { labels: [label("a", "1")] });
  const { ID, Spec, Version } = await scene.inspect(state);
  const changed = { ...Spec, Labels: { ...Spec.Labels, a: "2" }, Mode: { Replicated: { Replicas: 2 } } };
  await scene.engine.services.update(ID, changed as ServiceSpec, { version: Version.Index! });
  const { state: read } = await scene.read(service, state);
  expect(await scene.plan(service, asked, read!)).toMatchObject({ changed: ["labels"], replace: [] });
  const back = await scene.made(service, asked, read!);
  expect((await scene.inspect(back)).Spec.Labels).toMatchObject({ a: "1" });
});

test("a service that is removed has no tasks left; its volume and network can go at once", async () => {
  await scene.made(network, { name: "gone", driver: "overlay" });
  const kept = await scene.made(volume, { name: "gone" });
  const { state } = await scene.makes(
    {
      mounts: [{ type: "volume", source: "gone", target: "/data" }],
      command: shell("trap : TERM; sleep 600"),
      stop_grace_period: "1s",
    },
    { networks_advanced: [{ name: "gone" }], placement: [{ constraints: ["node.role==manager"] }] },
  );
  expect((await scene.destroy(service, state)).errors).toEqual([]);
  const results = await Promise.all([
    scene.destroy(volume, kept),
    scene.engine.networks
      .list({ filters: { name: ["gone"] } })
      .then(([found]) => scene.destroy(network, { id: found!.Id, name: "gone" })),
  ]);
  expect(results.flatMap(({ errors }) => errors)).toEqual([]);
  expect((await scene.read(service, state)).state).toBeUndefined();
});
