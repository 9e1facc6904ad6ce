import { isDeepStrictEqual } from "node:util";
import { type Engine, EngineError } from "../../../../engine";
import { container } from "../../../../provider/resources/container";
import { schema } from "../../../../provider/resources/container/parts";
import type { Services } from "../../../../provider/resources/define";
import { noteTakenOver } from "../../../../provider/resources/taken-over";
import { type ObjectValue, PrivateState, UNKNOWN } from "../../../../provider/schema";
import { planChange } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";
import { configOf } from "./engine-echo";

const signal = new AbortController().signal;
const stateOf = (more: ObjectValue = {}): ObjectValue =>
  complete(container.schema, { ...(configOf() as unknown as ObjectValue), id: "1", env: [], ...more });

/** What the plan changes, by attribute, and what replaces the container. */
async function planned(prior: ObjectValue, config: ObjectValue, services?: Services) {
  const asked = complete(container.schema, { name: "web", image: "alpine", ...config });
  const { planned: plan = {}, replace } = await planChange(container, { prior, config: asked, services, signal });
  const changed = Object.keys(schema).filter((name) => !isDeepStrictEqual(plan[name], prior[name]));
  return {
    changed: Object.fromEntries(changed.map((name) => [name, plan[name]])),
    replace: replace.map(([name]) => name),
  };
}

const afterStart: ObjectValue = { exit_code: UNKNOWN, container_logs: UNKNOWN, network_data: UNKNOWN, bridge: UNKNOWN };

test("a plan that takes a container over says why it shows what no engine tells, and one after it does not", async () => {
  const privateState = PrivateState.empty();
  const config = complete(container.schema, { name: "web", image: "alpine", pre_stop: [{ command: ["sync"] }] });
  const plan = () => planChange(container, { prior: stateOf(), config, privateState, signal });
  expect(await plan()).toMatchObject({ diagnostics: [], replace: [] });
  noteTakenOver(privateState, true);
  expect(await plan()).toMatchObject({
    diagnostics: [
      {
        severity: "warning",
        summary: 'container "web" is taken over as it is',
        detail: expect.stringContaining("`pre_stop`"),
      },
    ],
    replace: [],
  });
  noteTakenOver(privateState, false);
  expect(await plan()).toMatchObject({ diagnostics: [], replace: [] });
});

test("a plan that takes a container over says nothing of files where none is put into it", async () => {
  const privateState = PrivateState.empty();
  noteTakenOver(privateState, true);
  const { diagnostics } = await planChange(container, {
    prior: stateOf(),
    config: complete(container.schema, { name: "web", image: "alpine" }),
    services: { engine: { url: "unix:///x" } } as unknown as Services,
    privateState,
    signal,
  });
  expect(diagnostics).toEqual([]);
});

const rows: readonly {
  name: string;
  prior?: ObjectValue;
  config?: ObjectValue;
  changed: ObjectValue;
  replace?: string[];
}[] = [
  { name: "nothing is new where nothing happens", changed: {} },
  { name: "a limit in place changes nothing else", config: { memory: 64 }, changed: { memory: 64 } },
  {
    name: "one that has stopped is started, and what a start brings is not known yet",
    prior: { must_run: false, exit_code: 1 },
    changed: { must_run: true, ...afterStart },
  },
  {
    name: "one that may end and ended otherwise is started, and not made anew",
    prior: { must_run: false, exit_code: 137, expected_exit_code: 0 },
    config: { expected_exit_code: 0 },
    changed: { must_run: true, ...afterStart },
  },
  {
    name: "one that is to be started from now on",
    prior: { start: false },
    config: { start: true },
    changed: { start: true, ...afterStart },
  },
  { name: "one that is not started stays as it is", prior: { start: false }, config: { start: false }, changed: {} },
  { name: "one that need not run any more is left alone", config: { must_run: false }, changed: { must_run: false } },
  {
    name: "one whose triggers are others is started again, and what that brings is not known yet",
    prior: { restart_triggers: ["a"] },
    config: { restart_triggers: ["b"] },
    changed: { restart_triggers: ["b"], ...afterStart },
  },
  {
    name: "triggers that are not known yet are taken for others",
    prior: { restart_triggers: ["a"] },
    config: { restart_triggers: [UNKNOWN] },
    changed: { restart_triggers: [UNKNOWN], ...afterStart },
  },
  {
    name: "triggers where there were none, of what is to be made, start it again",
    config: { restart_triggers: [UNKNOWN] },
    changed: { restart_triggers: [UNKNOWN], ...afterStart },
  },
  {
    name: "triggers where there were none that are ids of no containers start nothing",
    config: { restart_triggers: ["a"] },
    changed: { restart_triggers: ["a"] },
  },
  {
    name: "triggers that are no more start nothing",
    prior: { restart_triggers: ["a"] },
    changed: { restart_triggers: undefined },
  },
  {
    name: "logs that are asked for later",
    prior: { must_run: false, exit_code: 0 },
    config: { must_run: false, logs: true },
    changed: { logs: true, container_logs: UNKNOWN },
  },
  {
    name: "an exit code that is expected from now on, and met",
    prior: { must_run: false, exit_code: 2 },
    config: { must_run: false, expected_exit_code: 2 },
    changed: { expected_exit_code: 2, exit_code: UNKNOWN },
  },
  {
    name: "an exit code that is expected from now on, and not met, runs it again",
    prior: { must_run: false, exit_code: 2 },
    config: { must_run: false, expected_exit_code: 0 },
    changed: { expected_exit_code: 0, exit_code: UNKNOWN },
    replace: ["expected_exit_code"],
  },
  {
    name: "an exit code that somebody else's start brought is no reason to run it again",
    prior: { must_run: false, exit_code: 2, expected_exit_code: 0 },
    config: { must_run: false, expected_exit_code: 0 },
    changed: {},
  },
  {
    name: "an exit code that is expected of one that still runs",
    prior: { must_run: false },
    config: { must_run: false, expected_exit_code: 0 },
    changed: { expected_exit_code: 0, exit_code: UNKNOWN },
  },
];

test.each(rows)("$name", async ({ prior, config = {}, changed, replace = [] }) => {
  expect(await planned(stateOf(prior), config)).toEqual({ changed, replace });
});

test("a port of the host that was left to the engine is another one after a start; one that was asked for is not", async () => {
  const port = { ip: "0.0.0.0", protocol: "tcp" };
  const ports = [
    // One that does not run has none, one that runs has the one of its last start.
    { internal: 80, external: undefined, ...port },
    { internal: 80, external: 32768, ...port },
    { internal: 81, external: 8081, ...port },
    { internal: 82, external: 9000, external_range: "9000-9009", ...port },
  ];
  const { changed, replace } = await planned(stateOf({ restart_triggers: ["a"], ports }), {
    restart_triggers: ["b"],
    ports: [
      { internal: 80 },
      { internal: 80, protocol: "tcp" },
      { internal: 81, external: 8081 },
      { internal: 82, external_range: "9000-9009" },
    ],
  });
  const [first, second, asked, range] = ports;
  const left = [first, second, range].map((each) => ({ ...each, external: UNKNOWN }));
  expect(changed["ports"]).toEqual([left[0], left[1], asked, left[2]]);
  expect(replace).toEqual([]);
});

describe("triggers where there were none, ids of containers", () => {
  const [web, db] = ["1".repeat(64), "2".repeat(64)];
  const services = (made: string) =>
    ({
      engine: {
        containers: {
          tryInspect: async (id: string) =>
            id === db ? { Created: made } : { Created: "1", State: { StartedAt: "2026-01-01T00:00:02.5Z" } },
        },
      } as unknown as Engine,
    }) as Services;

  test("that were there when it started are no change: an import need not tell them", async () => {
    const { changed } = await planned(
      stateOf({ id: web }),
      { restart_triggers: [db] },
      services("2026-01-01T00:00:02.4Z"),
    );
    expect(changed).toEqual({});
  });

  test("that were made since start it again", async () => {
    const { changed, replace } = await planned(
      stateOf({ id: web }),
      { restart_triggers: [db] },
      services("2026-01-01T00:00:02.6Z"),
    );
    expect({ changed, replace }).toEqual({ changed: { restart_triggers: [db], ...afterStart }, replace: [] });
  });
});

describe("the image", () => {
  const engine = (images: Record<string, string>) =>
    ({
      engine: {
        containers: { tryInspect: async () => ({ Image: "sha256:1" }) },
        images: { tryInspect: async (name: string) => images[name] && { Id: images[name] } },
      } as unknown as Engine,
    }) as Services;

  test("by another name of the image that it is made of is no change", async () => {
    expect(await planned(stateOf(), { image: "other:1" }, engine({ "other:1": "sha256:1" }))).toEqual({
      changed: {},
      replace: [],
    });
  });

  test("of another id replaces it, though the name in state is of that image by now", async () => {
    const services = engine({ "sha256:2": "sha256:2", alpine: "sha256:2" });
    expect(await planned(stateOf(), { image: "sha256:2" }, services)).toMatchObject({ replace: ["image"] });
  });

  test("that the engine does not have yet replaces it", async () => {
    expect(await planned(stateOf(), { image: "debian" }, engine({}))).toMatchObject({ replace: ["image"] });
  });

  test("is taken for another one where the engine is not known, or does not answer", async () => {
    expect(await planned(stateOf(), { image: "debian" })).toMatchObject({ replace: ["image"] });
    const fails = async () => {
      throw new EngineError({ code: "unreachable", what: "no engine", remedy: "start it" });
    };
    const services = {
      engine: { containers: { tryInspect: fails }, images: { tryInspect: fails } },
    } as unknown as Services;
    expect(await planned(stateOf(), { image: "debian" }, services)).toMatchObject({ replace: ["image"] });
  });
});
