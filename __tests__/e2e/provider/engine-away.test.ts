import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../../engine";
import { dataSources } from "../../../provider/data-sources";
import { resources } from "../../../provider/resources";
import type { ObjectValue } from "../../../provider/schema";
import { complete } from "../../../provider/schema/plan/conform";
import { openEngine } from "../engine/host-image";
import { buildDockerProvider, type Outcome, type PlannedChange, type Terraform, terraformWith } from "./harness";

// What is planned of an object whose engine is not there: of every type, in every situation, by one plan each.
jest.setTimeout(120_000);

/** What is there of a type: what is asked, and what state has beside it. */
interface Row {
  readonly asked: ObjectValue;
  readonly state?: ObjectValue;
  /** What it does otherwise than the rest, by situation, which its page says. */
  readonly absent?: Expected;
  readonly stopped?: Expected;
}

interface Expected {
  readonly actions: readonly string[];
  /** What a warning says. */
  readonly warns?: RegExp;
}

const ID = `sha256:${"1".repeat(64)}`;
const named = { name: "thing" };

/** A swarm's state tells what has become of its engines: an apply brings them back. */
const told: Pick<Row, "absent" | "stopped"> = { absent: { actions: ["update"] }, stopped: { actions: ["update"] } };

const rows: Readonly<Record<string, Row>> = {
  docker_service: { asked: { ...named, task_spec: [{ container_spec: [{ image: "alpine" }] }] } },
  docker_container: { asked: { ...named, image: ID } },
  docker_network: { asked: named },
  docker_secret: { asked: { ...named, data: "YQ==" } },
  docker_config: { asked: { ...named, data: "YQ==" } },
  docker_volume: { asked: named },
  docker_plugin: { asked: named },
  docker_swarm: { asked: {}, ...told },
  docker_tag: { asked: { source_image: "alpine", target_image: "thing" }, state: { source_image_id: ID } },
  docker_commit: { asked: { ...named, container: "thing" } },
  docker_image: { asked: named, state: { id: `${ID}thing`, image_id: ID } },
  docker_exec: { asked: { container: "thing", command: ["true"] } },
  docker_registry_image: { asked: { name: "r:1/thing", through_engine: true }, state: { id: ID, sha256_digest: ID } },
  docker_swarm_node: { asked: {}, ...told },
};

/** Types that are on no engine. */
const nowhere = ["docker_buildx_builder"];

const prefix = `t-away-${randomBytes(3).toString("hex")}`;
const provider = buildDockerProvider();
let engine: Engine;
const all: Terraform[] = [];

interface Seen {
  readonly outcome: Outcome;
  readonly planned: ReadonlyMap<string, PlannedChange>;
}

const situations = {
  absent: { url: `container://${prefix}-absent`, gone: { actions: ["create"] } as Expected },
  stopped: {
    url: `container://${prefix}-stopped`,
    gone: { actions: ["no-op"], warns: /was not refreshed/ } as Expected,
  },
};
const unreachable = "tcp://127.0.0.1:1";
const seen = new Map<string, Seen>();

beforeAll(async () => {
  engine = openEngine();
  await engine.containers.create(`${prefix}-stopped`, { Image: "alpine", Cmd: ["true"] });
  for (const [situation, { url }] of Object.entries(situations)) seen.set(situation, await planAt(url));
  seen.set("unreachable", await planAt(unreachable));
});
afterAll(async () => {
  for (const terraform of all) terraform.remove();
  provider.remove();
  await engine.containers.tryRemove(`${prefix}-stopped`, { force: true });
  engine.close();
});

const address = (type: string) => `${type}.thing`;
const askedAt = (type: string, url: string): ObjectValue => {
  const managers = type.startsWith("docker_swarm") ? { managers: [url] } : {};
  return { ...rows[type]!.asked, ...managers, engine: url };
};

/** What is planned of one object of each type that a state says is on that engine. */
async function planAt(url: string): Promise<Seen> {
  const terraform = await terraformWith(provider, "");
  all.push(terraform);
  const types = Object.keys(rows);
  const resource = Object.fromEntries(types.map((type) => [type, { thing: askedAt(type, url) }]));
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource }));
  terraform.putState(
    types.map((type) => {
      const { schema, version: schemaVersion } = resources.find((each) => each.type === type)!;
      const attributes = { ...complete(schema, { id: ID, ...askedAt(type, url) }), ...rows[type]!.state };
      return { type, name: "thing", attributes, schemaVersion };
    }),
  );
  const outcome = await terraform.run("plan");
  const planned = outcome.code === 1 ? [] : await terraform.plan();
  return { outcome, planned: new Map(planned.map((change) => [change.address, change])) };
}

test("every type has its row, or is on no engine", () => {
  expect([...Object.keys(rows), ...nowhere].sort()).toEqual(resources.map(({ type }) => type).sort());
});

describe.each(Object.entries(situations))("an engine in a container that is %s", (situation, { gone }) => {
  test.each(Object.entries(rows))("%s", (type, row) => {
    const { outcome, planned } = seen.get(situation)!;
    const about = outcome.diagnostics.filter((each) => each.address === address(type));
    const { actions, warns } = row[situation as keyof typeof situations] ?? gone;
    expect(about.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(planned.get(address(type))?.actions).toEqual(actions);
    if (warns) expect(about.map(({ summary }) => summary)).toContainEqual(expect.stringMatching(warns));
  });
});

test.each(Object.keys(rows))("an engine that does not answer is an error at %s", (type) => {
  const { outcome } = seen.get("unreachable")!;
  expect(outcome.errors.filter((each) => each.address === address(type)).length).toBeGreaterThan(0);
});

test("nothing is planned to be destroyed, whatever has become of its engine", () => {
  const changes = [...seen.values()].flatMap(({ planned }) => [...planned.values()]);
  expect(changes.filter(({ actions }) => actions.includes("delete"))).toEqual([]);
});

describe("an engine that is made by the same apply", () => {
  let planned: ReadonlyMap<string, PlannedChange>;
  beforeAll(async () => {
    const terraform = await terraformWith(provider, 'resource "terraform_data" "where" {\n  input = timestamp()\n}');
    all.push(terraform);
    const at = { engine: "tcp://${terraform_data.where.output}:2375" };
    const data = Object.fromEntries(
      dataSources.map(({ type, schema }) => [type, { thing: { ...required(schema), ...at } }]),
    );
    const resource = Object.fromEntries(
      Object.entries(rows).map(([type, { asked }]) => {
        const managers = type.startsWith("docker_swarm") ? { managers: [at.engine] } : {};
        return [type, { thing: { ...asked, ...managers, ...at } }];
      }),
    );
    writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource, data }));
    planned = new Map((await terraform.plan()).map((change) => [change.address, change]));
  });

  const required = (schema: object): ObjectValue => {
    const fields = Object.entries(schema as Record<string, { options: { required?: true } }>);
    const names = fields.filter(([, { options }]) => options.required).map(([name]) => name);
    const asked = names.length === 0 && "alias" in schema ? ["alias"] : names;
    return Object.fromEntries(asked.map((name) => [name, "thing"]));
  };

  test.each(dataSources.map(({ type }) => type))("data %s is read at apply", (type) => {
    expect(planned.get(`data.${address(type)}`)?.actions).toEqual(["read"]);
  });

  test.each(Object.keys(rows))("%s is planned to be made", (type) => {
    expect(planned.get(address(type))?.actions).toEqual(["create"]);
  });
});
