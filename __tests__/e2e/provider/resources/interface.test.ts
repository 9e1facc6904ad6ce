import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Engine, Engines } from "../../../../engine";
import { buildDockerProvider, type Outcome, type PlannedChange, type Terraform, terraformWith } from "../harness";
import { networkRefusals, networkRows } from "./interface/network-rows";
import { type Json, type Refusal, type Row, uncovered } from "./interface/row";
import { volumeRefusals, volumeRows } from "./interface/volume-rows";

// Every attribute of networks and volumes: one apply makes an object of each row, and the engine tells what it is.
jest.setTimeout(120_000);

const prefix = `t-interface-${randomBytes(3).toString("hex")}`;
const provider = buildDockerProvider();
const engines = new Engines();
const engine = engines.at();
/** Which state and which configuration are the table's own, one that knows nothing, and one that is refused. */
let terraform: Terraform;
let stranger: Terraform;
let refused: Terraform;

interface Kind {
  readonly type: string;
  readonly rows: readonly Row[];
  readonly refusals: readonly Refusal[];
  readonly inspect: (engine: Engine, id: string) => Promise<unknown>;
  /** What of an inspect tells one object from another of which the same is asked. */
  readonly own: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    type: "docker_network",
    rows: networkRows,
    refusals: networkRefusals,
    inspect: (at, id) => at.networks.inspect(id),
    // Status: what of its own subnet is in use, from API 1.52 on.
    own: ["Id", "Name", "Created", "Labels", "Config", "Status"],
  },
  {
    type: "docker_volume",
    rows: volumeRows,
    refusals: volumeRefusals,
    inspect: (at, id) => at.volumes.inspect(id),
    own: ["Name", "CreatedAt", "Labels", "Mountpoint"],
  },
];

/** Each configuration as a resource, under a name of its own. */
const resources = (configsOf: (kind: Kind) => readonly Json[], short = "row") => ({
  resource: Object.fromEntries(
    kinds.map((kind) => [
      kind.type,
      Object.fromEntries(
        configsOf(kind).map((config, i) => [`${short}${i}`, { name: `${prefix}-${short}${i}`, ...config }]),
      ),
    ]),
  ),
});

const asked = resources(({ rows }) => rows.map(({ config }) => config));
/** What data tells of each network. */
const seen = Object.fromEntries(networkRows.map((_, i) => [`seen${i}`, { name: `\${docker_network.row${i}.name}` }]));

const write = ({ folder }: Terraform, json: Json) => writeFileSync(join(folder, "rows.tf.json"), JSON.stringify(json));

let made: Outcome;
let again: Map<string, PlannedChange>;
let without: Map<string, PlannedChange>;
let imported: Map<string, PlannedChange>;
let errors: Outcome["errors"];
const byAddress = (changes: readonly PlannedChange[]) => new Map(changes.map((change) => [change.address, change]));

beforeAll(async () => {
  [terraform, stranger, refused] = await Promise.all([
    terraformWith(provider, ""),
    terraformWith(provider, ""),
    terraformWith(provider, ""),
  ]);
  write(terraform, { ...asked, data: { docker_network: seen } });
  made = await terraform.apply();
  again = byAddress(await terraform.plan());
  const known = terraform.state().filter(({ address }) => address.includes(".row"));
  write(stranger, { ...asked, import: known.map(({ address, values }) => ({ to: address, id: values["id"] })) });
  imported = byAddress(await stranger.plan());
  write(
    terraform,
    resources(({ rows }) => rows.map(({ config: { name } }) => (name === undefined ? {} : { name }))),
  );
  without = byAddress(await terraform.plan());
  write(
    refused,
    resources(({ refusals }) => refusals.map(({ config }) => config), "refused"),
  );
  errors = (await refused.apply()).errors;
});

afterAll(async () => {
  await Promise.all([terraform.destroy(), refused.destroy()]);
  for (const each of [terraform, stranger, refused, provider]) each.remove();
  engines.close();
});

const valuesOf = (address: string) => terraform.state().find((each) => each.address === address)!.values;

test("the community provider's configurations are taken", () => {
  expect(made).toMatchObject({ code: 0, errors: [] });
});

describe.each(kinds)("$type", ({ type, rows, refusals, inspect, own }) => {
  const table = rows.map((row, i) => ({ ...row, address: `${type}.row${i}` }));
  const shown = async (address: string) => (await inspect(engine, String(valuesOf(address)["id"]))) as Json;
  const common = (found: Json) =>
    JSON.parse(JSON.stringify(found, (name, value) => (own.includes(name) ? null : value)));

  test.each(table)("$name: the engine shows it", async ({ address, inspect: expected, state = {} }) => {
    const [found, bare] = [await shown(address), await shown(`${type}.row0`)];
    if (expected === undefined) expect(common(found)).toEqual(common(bare));
    else {
      expect(found).toMatchObject(expected);
      expect(bare).not.toMatchObject(expected);
    }
    expect(valuesOf(address)).toMatchObject(state);
  });

  test.each(table)("$name: the next plan changes nothing", ({ address }) => {
    expect(again.get(address)?.actions).toEqual(["no-op"]);
  });

  test.each(table)("$name: an import of it plans nothing but what no engine tells", ({ address, imported: how }) => {
    expect(imported.get(address)?.actions).toEqual(how === "replace" ? ["delete", "create"] : ["no-op"]);
  });

  test.each(table)("$name: without the lines it $removed", ({ address, removed }) => {
    const [action] = without.get(address)!.actions;
    expect(action === "delete" ? "replace" : "stays").toBe(removed);
  });

  test.each(refusals.map((row, i) => ({ ...row, address: `${type}.refused${i}` })))(
    "$name: the engine's refusal is told",
    ({ address, says }) => {
      const told = errors.filter((error) => error.address === address);
      expect(told).toHaveLength(1);
      expect(`${told[0]?.summary}\n${told[0]?.detail}`).toContain(says);
    },
  );

  test("no attribute that can be set is without a row", () => {
    const configs = [...rows, ...refusals].map(({ config }) => config);
    const named = [...configs, { name: prefix }];
    expect(uncovered(type, named, {})).toEqual({ missing: [], needless: [] });
  });
});

test.each(networkRows.map(({ name }, i) => ({ name, i })))("$name: data tells the same of it", async ({ i }) => {
  const found = await engine.networks.inspect(String(valuesOf(`docker_network.row${i}`)["id"]));
  expect(valuesOf(`docker_network.seen${i}`)).toMatchObject({
    id: found.Id,
    driver: found.Driver,
    scope: found.Scope,
    internal: found.Internal,
    options: found.Options,
    // In an order that is the engine's own, and in data Terraform's.
    ipam_config: expect.arrayContaining(
      (found.IPAM?.Config ?? []).map(({ Subnet, Gateway = "", IPRange = "", AuxiliaryAddresses = {} }) => ({
        subnet: Subnet,
        gateway: Gateway,
        ip_range: IPRange,
        aux_address: AuxiliaryAddresses,
      })),
    ),
  });
});
