import { type ContainerInspect, type Engine, EngineError } from "../../../../engine";
import { container } from "../../../../provider/resources/container";
import type { Services } from "../../../../provider/resources/define";
import { type ObjectValue, UNKNOWN } from "../../../../provider/schema";
import { planChange } from "../../../../provider/schema/operations";
import { complete } from "../../../../provider/schema/plan/conform";
import { configOf, echo } from "./engine-echo";

const signal = new AbortController().signal;
/** Id of the network `front`, as it is now. */
const front = "0f".repeat(32);
const image = { Os: "linux", Architecture: "arm64", Variant: "v8" };

/** The plan of a container of which the engine has made what was asked. */
function planOf(prior: ObjectValue, config: ObjectValue, found: ContainerInspect, fails = false) {
  const answer = async <T>(value: T): Promise<T> => {
    if (fails) throw new EngineError({ code: "unreachable", what: "no engine", remedy: "start it" });
    return value;
  };
  const engine = {
    containers: { tryInspect: () => answer(found) },
    images: { tryInspect: () => answer(image) },
    networks: {
      tryInspect: (network: string) =>
        answer(["front", front].includes(encodeURIComponent(network)) ? { Id: front } : undefined),
    },
  };
  const asked = complete(container.schema, { name: "web", image: "alpine", ...config });
  return planChange(container, {
    prior: complete(container.schema, {
      ...(configOf() as unknown as ObjectValue),
      ...{ id: "1", env: [], must_run: true },
      ...prior,
    }),
    config: asked,
    services: { engine: engine as unknown as Engine } as Services,
    signal,
  });
}

/** What is planned of what is asked. */
async function planned(prior: ObjectValue, config: ObjectValue, found: ContainerInspect): Promise<ObjectValue> {
  const { planned: plan = {} } = await planOf(prior, config, found);
  return Object.fromEntries(Object.keys(config).map((name) => [name, plan[name]]));
}

/** What of the container the plan would have replaced. */
async function replaced(prior: ObjectValue, config: ObjectValue, found: ContainerInspect, fails = false) {
  const { replace, legacy } = await planOf(prior, config, found, fails);
  const names = replace.map(([name]) => String(name));
  // Strictly, a plan may not keep what the configuration has otherwise.
  if (names.length === 0) expect(legacy).toBe(true);
  return names;
}

const network = (asked: ObjectValue, there: object): ContainerInspect =>
  echo(asked, { NetworkSettings: { Networks: { front: there } } } as Partial<ContainerInspect>);
const mac = "02:42:00:00:00:01";

const noted = (labels: Readonly<Record<string, string>>) => ({
  labels: Object.entries(labels).map(([label, value]) => ({ label, value })),
});
const folder = "com.docker.compose.project.working_dir";

test.each([
  ["stays where what `docker compose` notes is otherwise", { a: "b", [folder]: "/new" }, []],
  ["is made anew where another label is otherwise, too", { a: "c", [folder]: "/new" }, ["labels"]],
  [
    "is made anew for a note that it lacks",
    { a: "b", [folder]: "/old", "com.docker.compose.version": "1" },
    ["labels"],
  ],
  ["stays without a note that it has", { a: "b" }, []],
  [
    "stays where its dependencies are written in another order",
    { a: "b", [folder]: "/old", "com.docker.compose.depends_on": "x:y:false,db:y:true" },
    [],
  ],
  [
    "is made anew where it depends on something else",
    { a: "b", [folder]: "/old", "com.docker.compose.depends_on": "x:y:false" },
    ["labels"],
  ],
])("a container %s", async (_, labels, expected) => {
  const dependencies = { "com.docker.compose.depends_on": "db:y:true,x:y:false" };
  const prior = { a: "b", [folder]: "/old", ...("com.docker.compose.depends_on" in labels && dependencies) };
  expect(await replaced(noted(prior), noted(labels), echo())).toEqual(expected);
});

describe("a container that was imported", () => {
  test("stays where its image is of the platform that is asked for, and not where it is of another one", async () => {
    expect(await replaced({}, { platform: "linux/arm64" }, echo())).toEqual([]);
    expect(await replaced({}, { platform: "linux/amd64" }, echo())).toEqual(["platform"]);
  });

  test("stays where its GPUs are asked for in the other way, and not where others are", async () => {
    const found = echo({ gpus: "all" });
    const asked = (count: number) => ({ device_requests: [{ count, capabilities: ["gpu"] }] });
    expect(await replaced({ gpus: "all" }, asked(-1), found)).toEqual([]);
    expect(await replaced({ gpus: "all" }, asked(2), found)).toEqual(["gpus", "device_requests"]);
    expect(await replaced(asked(-1), { gpus: "all" }, found)).toEqual([]);
  });

  test("stays where its ports are exposed already, and not where one of them is not", async () => {
    const found = echo({ ports: [{ internal: 80 }], expose: ["81"] });
    expect(await replaced({ expose: ["81/tcp"] }, { expose: ["80", "81"] }, found)).toEqual([]);
    expect(await replaced({ expose: ["81/tcp"] }, { expose: ["82", "81"] }, found)).toEqual(["expose"]);
  });

  test("stays where its ports are those of a range, one by one, and not where one of them is another", async () => {
    const port = (internal: number, external: number) => ({ internal, external, ip: "0.0.0.0", protocol: "tcp" });
    const range = [{ ...port(7000, 8000), internal_to: 7001 }];
    expect(await replaced({ ports: [port(7001, 8001), port(7000, 8000)] }, { ports: range }, echo())).toEqual([]);
    expect(await replaced({ ports: [port(7001, 9001), port(7000, 8000)] }, { ports: range }, echo())).toEqual([
      "ports",
    ]);
  });

  const health = (Status: string) => ({ State: { Running: true, Status: "running", Health: { Status } } }) as object;

  test("is not waited for where it is healthy by now, and is where it is not", async () => {
    const asked = { wait: true, wait_timeout: 180 };
    const seen = (status: string) => planned({ wait: false, wait_timeout: 60 }, asked, echo({}, health(status)));
    expect(await seen("healthy")).toEqual({ wait: false, wait_timeout: 60 });
    expect(await seen("starting")).toEqual(asked);
  });

  test("has ended as it is to end, once: it is not waited for, and is where it runs on", async () => {
    const job = { must_run: false };
    const asked = { ...job, attach: true, expected_exit_code: 0 };
    const seen = (State: object) =>
      planned({ ...job, attach: false, expected_exit_code: undefined }, asked, echo({}, { State } as object));
    const over = { Running: false, Status: "exited", ExitCode: 0, StartedAt: "2026-01-01T00:00:00Z" };
    expect(await seen(over)).toEqual({ ...job, attach: false, expected_exit_code: undefined });
    expect(await seen({ ...over, ExitCode: 1 })).toEqual(asked);
    expect(await seen({ Running: true, Status: "running" })).toEqual(asked);
    // As an import tells of what `docker compose` ran.
    const taken = { must_run: true, attach: false, expected_exit_code: 0 };
    const kept = (State: object) => planned(taken, asked, echo({}, { State } as object));
    expect(await kept(over)).toEqual(taken);
    expect(await kept({ Running: true, Status: "running" })).toEqual(asked);
  });

  test("stays where it has the MAC address that is asked for, and not where it has another one", async () => {
    const prior = { networks_advanced: [{ name: "front", aliases: ["a"] }] };
    const config = { networks_advanced: [{ name: "front", aliases: ["a"], mac_address: mac }] };
    expect(await replaced(prior, config, network(prior, { Aliases: ["a"], MacAddress: mac }))).toEqual([]);
    const other = network(prior, { Aliases: ["a"], MacAddress: "02:42:00:00:00:02" });
    expect(await replaced(prior, config, other)).toEqual(["networks_advanced"]);
  });

  describe("and whose network is told by its id instead of its name, or the other way round", () => {
    const on = (name: string) => ({ networks_advanced: [{ name, aliases: ["a"] }] });
    const [byName, byId] = [on("front"), on(front)];
    const found = network(byName, { NetworkID: front, Aliases: ["a"] });
    const lost = network(byName, { NetworkID: "1f".repeat(32), Aliases: ["a"] });

    test("stays", async () => {
      expect(await replaced(byName, byId, found)).toEqual([]);
      expect(await replaced(byId, byName, found)).toEqual([]);
      expect(await replaced({ network_mode: "front" }, { network_mode: front }, found)).toEqual([]);
      expect(await replaced({ network_mode: front }, { network_mode: "front" }, found)).toEqual([]);
    });

    test("is made anew where that is another network by now", async () => {
      const id = "1f".repeat(32);
      expect(await replaced(byName, byId, lost)).toEqual(["networks_advanced"]);
      expect(await replaced({ network_mode: id }, { network_mode: "front" }, lost)).toEqual(["network_mode"]);
    });

    test("is made anew where its mode is not known yet", async () => {
      const config: ObjectValue = { ...byId, network_mode: UNKNOWN };
      expect(await replaced(byName, config, found)).toEqual(["network_mode"]);
    });

    test("is made anew where it is to have another alias, or a mode that is no network", async () => {
      const withAlias = { networks_advanced: [{ name: front, aliases: ["a", "b"] }] };
      expect(await replaced(byName, withAlias, found)).toEqual(["networks_advanced"]);
      expect(await replaced({ network_mode: "front" }, { network_mode: "host" }, found)).toEqual(["network_mode"]);
    });
  });

  test("stays where the configuration names the network of its mode too, and not where it is to have another alias there", async () => {
    const prior = { network_mode: "front" };
    const config = { network_mode: "front", networks_advanced: [{ name: "front", aliases: ["a"] }] };
    expect(await replaced(prior, config, network(prior, { Aliases: ["a", "b"] }))).toEqual([]);
    expect(await replaced(prior, config, network(prior, { Aliases: ["b"] }))).toEqual(["networks_advanced"]);
  });
});

test("what was asked for before and is not any more replaces a container", async () => {
  const found = echo({ expose: ["81", "82"] });
  expect(await replaced({ expose: ["81", "82"] }, { expose: ["82"] }, found)).toEqual(["expose"]);
  expect(await replaced({ platform: "linux/arm64" }, { platform: "linux/amd64" }, found)).toEqual(["platform"]);
});

test("an engine that does not answer yet cannot say that a container stays", async () => {
  expect(await replaced({}, { platform: "linux/arm64" }, echo(), true)).toEqual(["platform"]);
});
