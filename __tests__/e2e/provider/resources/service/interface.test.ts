import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { NONCE_LABEL } from "../../../../../formats/labels";
import type { ObjectValue } from "../../../../../provider/schema";
import { theirTypes } from "../../../../provider/interface/theirs";
import { buildDockerProvider, type Terraform, type TestProvider, terraformWith } from "../../harness";
import { containerRows } from "./interface/container";
import type { Made, Row } from "./interface/row";
import { serviceRows } from "./interface/service";
import { ServiceScene } from "./scene";

/*
 * Everything that a service, a secret and a config can ask for at the community provider, each in an object of its own:
 * what the swarm's inspect shows of it. All are made by one apply, and nothing runs but what says that it does.
 */
jest.setTimeout(180_000);

/** What is asked for and is no part of a service that inspect shows, and where it is held. */
const elsewhere: Readonly<Record<string, string>> = {
  auth: "failures.test.ts: nodes pull with the credentials that are given",
  converge_config: "life.test.ts, failures.test.ts and patience.test.ts: every service of theirs is waited for",
};

const rows: readonly Row[] = [...containerRows, ...serviceRows];
const all = rows.map((row, i) => ({ ...row, name: `s${i}` }));
/** Each said, and as good as nothing. */
const nothing: ObjectValue = {
  ...{ command: [], args: [], env: {}, groups: [], hostname: "", dir: "", user: "", read_only: false, stop_signal: "" },
  ...{ sysctl: {}, cap_add: [], cap_drop: [], isolation: "default" },
};
const nothingOfTasks: ObjectValue = { runtime: "container", force_update: 0 };
const secrets: Readonly<Record<string, ObjectValue>> = {
  key: { name: "key", data: "a2V5" },
  labelled: { name: "labelled", data: "a2V5\nCg==\n", labels: [{ label: "tier", value: "front" }] },
};
const configs: Readonly<Record<string, ObjectValue>> = {
  file: { name: "file", data: "ZmlsZQ==" },
  lines: { name: "lines", data: "Zmls\nZQ==\n" },
};

let scene: ServiceScene;
let provider: TestProvider;
let terraform: Terraform;
beforeAll(async () => {
  [scene, provider] = [await ServiceScene.open(1), buildDockerProvider()];
  terraform = await terraformWith(provider, `provider "docker" { host = "${scene.nodes[0]!.url}" }`);
  write(all.map(asked));
  const { code, text } = await terraform.apply();
  if (code !== 0) throw new Error(text);
}, 180_000);
afterAll(async () => {
  terraform?.remove();
  provider?.remove();
  await scene?.close();
}, 60_000);

const none = [{ replicated: [{ replicas: 0 }] }];
const asked = ({ container, task, service }: Partial<Row>): ObjectValue => ({
  task_spec: [{ container_spec: [{ image: scene.image, ...container }], ...task }],
  ...(service?.["mode"] ? {} : { mode: none }),
  ...service,
});
/** The same service when it asks for nothing any more. */
const bare = ({ service }: Partial<Row> = {}): ObjectValue => ({
  task_spec: [{ container_spec: [{ image: scene.image }] }],
  ...(service?.["mode"] ? {} : { mode: none }),
});

/** In Terraform's JSON, which tells blocks and attributes apart by the schema alone. */
function write(services: readonly ObjectValue[], more: object = {}): void {
  const named = Object.fromEntries(services.map((each, i) => [all[i]!.name, { name: all[i]!.name, ...each }]));
  const docker_service = {
    ...named,
    bare: { name: "bare", ...bare() },
    nothing: { name: "nothing", ...asked({ container: nothing, task: nothingOfTasks }) },
  };
  const resource = {
    docker_service,
    docker_secret: secrets,
    docker_config: configs,
    docker_network: { net: { name: "net", driver: "overlay" } },
  };
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource, ...more }));
}

const state = () => Object.fromEntries(terraform.state().map(({ address, values }) => [address, values]));
const idOf = (address: string): string => String(state()[address]?.["id"]);
const made = (): Made => ({
  network: idOf("docker_network.net"),
  secret: idOf("docker_secret.key"),
  config: idOf("docker_config.file"),
});
const shownOf = ({ shown }: Row): object => (typeof shown === "function" ? shown(made()) : shown);

/** As inspect tells it, without what every service has of its own. */
async function specificationOf(name: string): Promise<object> {
  const { Spec } = await scene.engine.services.inspect(name);
  const { [NONCE_LABEL]: _, ...Labels } = Spec.Labels as Record<string, string>;
  return { ...Spec, Name: "", Labels };
}

async function changes(): Promise<string[]> {
  const planned = await terraform.changes();
  return planned.map(({ address, actions }) => `${address} ${actions.join("+")}`);
}

test.each(all)("a service that $says", async (row) => {
  const shown = shownOf(row);
  expect(await specificationOf(row.name)).toMatchObject(shown);
  expect(await specificationOf("bare")).not.toMatchObject(shown);
});

test("a service that asks for nothing in so many words is one that asks for nothing", async () => {
  expect(await specificationOf("nothing")).toEqual(await specificationOf("bare"));
});

test("secrets and configs have their labels and their content, of which line breaks are no part", async () => {
  const [labelled] = await scene.engine.secrets.list({ filters: { name: ["labelled"] } });
  expect(labelled!.Spec.Labels).toMatchObject({ tier: "front" });
  const [file, lines] = await Promise.all(["file", "lines"].map((name) => scene.engine.configs.inspect(name)));
  expect([file!.Spec.Data, lines!.Spec.Data]).toEqual(["ZmlsZQ==", "ZmlsZQ=="]);
});

test("a second plan changes nothing", async () => {
  expect(await changes()).toEqual([]);
});

test("what is imported needs no change, or one in place where the import cannot know", async () => {
  const held = join(terraform.folder, "terraform.tfstate");
  const [kept, ids] = [readFileSync(held), state()];
  const unknown = all.filter(({ anew }) => anew).map(({ name }) => `docker_service.${name} update`);
  const expected = [...unknown, "docker_secret.key create", "docker_secret.labelled update"];
  const addresses = Object.keys(ids).filter((address) => address !== "docker_secret.key");
  rmSync(held);
  write(all.map(asked), { import: addresses.map((to) => ({ to, id: String(ids[to]!["id"]) })) });
  try {
    expect((await changes()).sort()).toEqual(expected.sort());
  } finally {
    writeFileSync(held, kept);
  }
});

test("what is asked no more is taken back in place; what is computed stays", async () => {
  const before = state();
  write(all.map(bare));
  const { code, text } = await terraform.apply();
  expect([code, code === 0 ? "" : text]).toEqual([0, ""]);
  const expected = await specificationOf("bare");
  for (const row of all) {
    const address = `docker_service.${row.name}`;
    expect([row.says, state()[address]!["id"]]).toEqual([row.says, before[address]!["id"]]);
    const after = await specificationOf(row.name);
    if (row.stays) expect({ says: row.says, ...after }).toMatchObject(shownOf(row));
    else expect({ says: row.says, ...after }).toEqual({ says: row.says, ...expected });
  }
});

test.each(["docker_service", "docker_secret", "docker_config"])("every attribute of %s is in a row", (type) => {
  const services = [...all, { container: nothing, task: nothingOfTasks }].map(asked);
  const objects = { docker_service: services, docker_secret: secrets, docker_config: configs }[type]!;
  const covered = new Set(["name", ...Object.values(objects).flatMap((each) => pathsOf(each))]);
  const settable = [...theirTypes().get(type)!.paths].filter(([, { presence }]) => presence !== "");
  const open = settable.map(([path]) => path).filter((path) => !covered.has(path) && !elsewhere[path.split(".")[0]!]);
  expect(open).toEqual([]);
});

/** Of every block and attribute that an object sets. */
function pathsOf(value: ObjectValue, above = ""): string[] {
  return Object.entries(value).flatMap(([name, inner]) => {
    const path = `${above}${name}`;
    const items = (Array.isArray(inner) ? inner : [inner]).filter((item) => typeof item === "object");
    return [path, ...items.flatMap((item) => pathsOf(item as ObjectValue, `${path}.`))];
  });
}
