import { container } from "../../../../../provider/resources/container";
import type { ObjectValue } from "../../../../../provider/schema";
import { ContainerScene } from "./scene";

jest.setTimeout(120_000);
let scene: ContainerScene;
beforeAll(async () => {
  scene = await ContainerScene.open();
});
afterAll(() => scene.close());

const unchanged = { changed: [], replace: [] };
const MIB = 1024 * 1024;
/** What every configuration has. */
const only = ({ name, image }: ObjectValue): ObjectValue => ({ name, image });

/** Changes that the engine makes in a container that exists: what was, what is asked, what it has then. */
const inPlace: readonly { name: string; before: ObjectValue; after: ObjectValue; has: object }[] = [
  {
    name: "memory is raised",
    before: { memory: 64 },
    after: { memory: 96 },
    has: { Memory: 96 * MIB, MemorySwap: 192 * MIB },
  },
  {
    name: "memory is lowered",
    before: { memory: 96 },
    after: { memory: 64 },
    has: { Memory: 64 * MIB, MemorySwap: 128 * MIB },
  },
  { name: "memory is limited", before: {}, after: { memory: 64 }, has: { Memory: 64 * MIB } },
  {
    name: "swap is limited otherwise",
    before: { memory: 64, memory_swap: 64 },
    after: { memory: 64, memory_swap: 128 },
    has: { MemorySwap: 128 * MIB },
  },
  {
    name: "swap is no longer limited",
    before: { memory: 64, memory_swap: 64 },
    after: { memory: 64, memory_swap: -1 },
    has: { MemorySwap: -1 },
  },
  {
    name: "the memory reservation",
    before: { memory: 64, memory_reservation: 16 },
    after: { memory: 64, memory_reservation: 32 },
    has: { MemoryReservation: 32 * MIB },
  },
  { name: "CPU shares", before: { cpu_shares: 512 }, after: { cpu_shares: 2048 }, has: { CpuShares: 2048 } },
  { name: "the CPU set", before: { cpu_set: "0" }, after: { cpu_set: "0,1" }, has: { CpusetCpus: "0,1" } },
  {
    name: "CPU period and quota",
    before: { cpu_period: 100_000, cpu_quota: 50_000 },
    after: { cpu_period: 50_000, cpu_quota: 20_000 },
    has: { CpuPeriod: 50_000, CpuQuota: 20_000 },
  },
  { name: "the number of processes", before: { pids_limit: 50 }, after: { pids_limit: 60 }, has: { PidsLimit: 60 } },
  { name: "processes are no longer limited", before: { pids_limit: 50 }, after: {}, has: { PidsLimit: 0 } },
  {
    name: "the restart policy",
    before: {},
    after: { restart: "on-failure", max_retry_count: 3 },
    has: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 } },
  },
  {
    name: "no restart any more",
    before: { restart: "always" },
    after: {},
    has: { RestartPolicy: { Name: "no", MaximumRetryCount: 0 } },
  },
];

test.each(inPlace)("$name in place, and once", async ({ before, after, has }) => {
  const { config, state } = await scene.makes(before);
  const asked = { ...only(config), ...after };
  const changed = await scene.made(container, asked, state);
  expect(changed["id"]).toBe(state["id"]);
  expect((await scene.inspect(changed)).HostConfig).toMatchObject(has);
  const { state: read } = await scene.read(container, changed);
  expect(read).toEqual(changed);
  expect(await scene.plan(container, asked, read!)).toEqual(unchanged);
});

/** Changes that need another container. */
const replacing: readonly { name: string; before: ObjectValue; after: ObjectValue; path: string }[] = [
  { name: "a limit that is taken away", before: { memory: 64 }, after: {}, path: "memory" },
  { name: "shares that are taken away", before: { cpu_shares: 512 }, after: {}, path: "cpu_shares" },
  {
    name: "another command",
    before: { command: ["sleep", "600"] },
    after: { command: ["sleep", "601"] },
    path: "command",
  },
  { name: "another variable", before: { env: ["A=1"] }, after: { env: ["A=2"] }, path: "env" },
  {
    name: "another label",
    before: { labels: [{ label: "a", value: "1" }] },
    after: { labels: [{ label: "a", value: "2" }] },
    path: "labels",
  },
  { name: "an init", before: { init: false }, after: { init: true }, path: "init" },
  { name: "another tmpfs", before: { tmpfs: { "/a": "" } }, after: { tmpfs: { "/b": "" } }, path: "tmpfs" },
  { name: "removal at its end", before: {}, after: { rm: true }, path: "rm" },
  {
    name: "another health check",
    before: { healthcheck: [{ test: ["CMD", "true"] }] },
    after: { healthcheck: [{ test: ["CMD", "true"], interval: "5s" }] },
    path: "healthcheck",
  },
];

test.each(replacing)("$name replaces it", async ({ before, after, path }) => {
  const { config, state } = await scene.makes(before);
  const { replace } = await scene.plan(container, { ...only(config), ...after }, state);
  expect(replace.map(([first]) => first)).toContain(path);
});

/** What somebody does to the container behind Terraform's back, and the plan that undoes it. */
const drifts: readonly {
  name: string;
  config: ObjectValue;
  by: (id: string) => Promise<unknown>;
  changed: string[];
}[] = [
  {
    name: "other limits",
    config: { memory: 64, cpu_shares: 512 },
    by: (id) => scene.engine.containers.update(id, { Memory: 70 * MIB, MemorySwap: 140 * MIB, CpuShares: 100 }),
    changed: ["cpu_shares", "memory"],
  },
  {
    name: "another restart policy",
    config: { restart: "always" },
    by: (id) => scene.engine.containers.update(id, { RestartPolicy: { Name: "no" } }),
    changed: ["restart"],
  },
];

test.each(drifts)("$name by somebody else are undone in place", async ({ config: more, by, changed }) => {
  const { config, state } = await scene.makes(more);
  await by(String(state["id"]));
  const { state: read } = await scene.read(container, state);
  const plan = await scene.plan(container, config, read!);
  expect({ changed: plan.changed.sort(), replace: plan.replace }).toEqual({ changed, replace: [] });
  const again = await scene.made(container, config, read);
  expect(await scene.plan(container, config, (await scene.read(container, again)).state!)).toEqual(unchanged);
});

test("another name by somebody else replaces it", async () => {
  const { config, state } = await scene.makes();
  await scene.engine.containers.rename(String(state["id"]), `${scene.prefix}-renamed`);
  const { state: read } = await scene.read(container, state);
  expect((await scene.plan(container, config, read!)).replace).toEqual([["name"]]);
});
