import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildDockerProvider, type Outcome, type PlannedChange, type Terraform, terraformWith } from "../../harness";
import type { Json, Row } from "../interface/row";
import { Farm, type FarmNode } from "./farm";

// What networks can be in a swarm alone. `interface.test.ts` has the rest.
jest.setTimeout(240_000);

const provider = buildDockerProvider();
const farm = new Farm();
let node: FarmNode;
let terraform: Terraform;
let made: Outcome;
let again: readonly PlannedChange[];

const rows: readonly Pick<Row, "name" | "config" | "inspect">[] = [
  { name: "it spans the swarm", config: { driver: "overlay" }, inspect: { Driver: "overlay", Scope: "swarm" } },
  {
    name: "containers may join by themselves",
    config: { driver: "overlay", attachable: true },
    inspect: { Attachable: true, Scope: "swarm" },
  },
  {
    name: "what goes over it is encrypted",
    config: { driver: "overlay", options: { encrypted: "" } },
    inspect: { Options: { encrypted: "" } },
  },
  {
    name: "it has a subnet",
    config: { driver: "overlay", ipam_config: [{ subnet: "10.77.0.0/24", gateway: "10.77.0.1" }] },
    inspect: { IPAM: { Config: [{ Subnet: "10.77.0.0/24", Gateway: "10.77.0.1" }] } },
  },
  {
    name: "the routing mesh is on it",
    config: { driver: "overlay", ingress: true, internal: false },
    inspect: { Ingress: true, Scope: "swarm" },
  },
  { name: "it is of this node alone", config: { driver: "bridge" }, inspect: { Driver: "bridge", Scope: "local" } },
];
const shown: Json[] = [];

beforeAll(async () => {
  await farm.open();
  [node, terraform] = [(await farm.nodes(1))[0]!, await terraformWith(provider, "")];
  const { engine, address, url } = node;
  await engine.swarm.init({ ListenAddr: "0.0.0.0:2377", AdvertiseAddr: address });
  const [mesh] = (await engine.networks.list()).filter(({ Ingress }) => Ingress);
  await engine.networks.remove(String(mesh?.Id));
  const networks = Object.fromEntries(rows.map(({ config }, i) => [`row${i}`, { name: `row${i}`, ...config }]));
  const json = { provider: { docker: { host: url } }, resource: { docker_network: networks } };
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify(json));
  made = await terraform.apply();
  for (const i of rows.keys()) shown.push((await engine.networks.tryInspect(`row${i}`)) ?? {});
  again = await terraform.plan();
});
afterAll(async () => {
  await farm.close();
  terraform?.remove();
  provider.remove();
});

test("the community provider's configurations are taken", () => {
  expect(made).toMatchObject({ code: 0, errors: [] });
});

test.each(rows.map((row, i) => ({ ...row, i })))("$name: the engine shows it", ({ i, inspect }) => {
  expect(shown[i]).toMatchObject(inspect!);
});

test("the next plan changes none of them", () => {
  expect(again.filter(({ actions }) => actions.join() !== "no-op")).toEqual([]);
});

test("they go with the swarm still there", async () => {
  expect(await terraform.destroy()).toMatchObject({ code: 0, errors: [], changes: { remove: rows.length } });
});
