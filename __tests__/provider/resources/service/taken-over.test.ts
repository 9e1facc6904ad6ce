import type { Engine } from "../../../../engine";
import type { Services } from "../../../../provider/resources/define";
import { service } from "../../../../provider/resources/service";
import { type ObjectValue, PrivateState } from "../../../../provider/schema";
import { planChange } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";

const signal = new AbortController().signal;

/** An engine whose networks have these names, by their ids. */
const engineWith = (names: Readonly<Record<string, string>>) =>
  ({
    networks: { tryInspect: async (id: string) => (names[id] ? { Id: id, Name: names[id] } : undefined) },
  }) as unknown as Engine;

interface Asked {
  readonly container?: ObjectValue;
  readonly task?: ObjectValue;
  readonly more?: ObjectValue;
}

const stateOf = ({ container, task, more }: Asked): ObjectValue =>
  complete(service.schema, {
    name: "web",
    ...more,
    task_spec: [{ ...task, container_spec: [{ image: "nginx", isolation: "default", ...container }] }],
  });

/** Whether what an import has told is changed by what is asked for, and what is planned. */
async function planned(told: Asked, asked: Asked, names: Readonly<Record<string, string>> = {}) {
  const prior: ObjectValue = { ...stateOf(told), id: "1" };
  const services = { engine: engineWith(names) } as Services;
  const found = await planChange(service, {
    prior,
    config: stateOf(asked),
    privateState: PrivateState.empty(),
    services,
    signal,
  });
  const same = (name: string) => JSON.stringify(found.planned?.[name]) === JSON.stringify(prior[name]);
  return { ...found, changed: Object.keys(service.schema).filter((name) => !same(name)) };
}

const on = (...networks: readonly string[]): Asked => ({
  task: { networks_advanced: networks.map((name) => ({ name, aliases: ["web"], driver_opts: [] })) },
});

const watched = (monitor: string): Asked => ({
  more: {
    update_config: [
      { parallelism: 1, delay: "0s", failure_action: "pause", monitor, max_failure_ratio: "0.0", order: "stop-first" },
    ],
  },
});

const waits = { converge_config: [{ timeout: "3m", delay: "7s" }] };

test.each([
  ["a network by its name, where the swarm tells its id", on("x1"), on("front"), { x1: "front" }],
  ["one of two by its name", on("x1", "y1"), on("x1", "back"), { x1: "front", y1: "back" }],
  [
    "a block that says nothing",
    {},
    { container: { dns_config: [{ nameservers: [] }], healthcheck: [{ test: [] }] } },
    {},
  ],
  ["how the next change is waited for", {}, { more: waits }, {}],
  ["the time that the swarm watches a task anyway", watched("0s"), watched("5s"), {}],
] as const)("a service is not changed by %s", async (_, told, asked, names) => {
  const { changed, replace, legacy } = await planned(told as Asked, asked as Asked, names);
  expect({ changed, replace }).toEqual({ changed: [], replace: [] });
  expect(legacy || "update_config" in ((told as Asked).more ?? {})).toBe(true);
});

test.each([
  ["another network", on("x1"), on("back"), { x1: "front" }],
  ["a network more", on("x1"), on("front", "back"), { x1: "front" }],
  ["another time to watch a task", watched("0s"), watched("6s"), {}],
  ["a health test", {}, { container: { healthcheck: [{ test: ["CMD", "true"] }] } }, {}],
] as const)("a service is changed by %s", async (_, told, asked, names) => {
  expect((await planned(told as Asked, asked as Asked, names)).changed).not.toEqual([]);
});

test("a change is waited for as it is asked, though the import knew of no waiting", async () => {
  const { planned: plan } = await planned({}, { container: { user: "me" }, more: waits });
  expect(plan?.["converge_config"]).toEqual(waits.converge_config);
});
