import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeTree } from "../../../../offline/build/archive";
import { imageOf, layerFrom } from "../../../../offline/build/image";
import { loadImage } from "../../../../offline/registry/container";
import { OwnEngine } from "../../own-engine";
import { buildDockerProvider, type Outcome, type PlannedChange, type Terraform, terraformWith } from "../harness";
import { type Row, rows } from "./alike/rows";

// What a create tells of an object, a refresh and an import tell too: a row for each, and every type that can be imported.
jest.setTimeout(180_000);

type Json = { readonly [name: string]: unknown };
type States = ReadonlyMap<string, Json>;

const image = "alike/text:1";
const provider = buildDockerProvider();
const table = rows(image).map((row, i) => ({ ...row, name: `row${i}`, address: `${row.type}.row${i}` }));

let own: OwnEngine;
let terraform: Terraform;
const others: Terraform[] = [];
let created: States;
let refreshed: States;
/** By where the engine is said to be: as the provider's, or as the object's. */
let imported: { readonly [where: string]: Imported };

interface Imported {
  readonly planned: readonly PlannedChange[];
  readonly states: States;
}

beforeAll(async () => {
  own = await OwnEngine.prepare();
  await own.start();
  const layer = await layerFrom(own.folder, (tar) => writeTree({ "/text": { text: "alike" } }, tar));
  await loadImage(own.engine, image, imageOf([layer], { Cmd: ["/text"], User: "2", WorkingDir: "/opt" }, "alike"));
  await own.engine.swarm.init({ ListenAddr: "127.0.0.1:2377", AdvertiseAddr: "127.0.0.1" });
  terraform = await terraformWith(provider, providerAt(own.url));
  write(terraform, {});
  succeeded(await terraform.apply());
  created = statesOf(terraform);
  succeeded(await terraform.apply("-refresh-only"));
  refreshed = statesOf(terraform);
  imported = {
    "the provider's": await importInto(own.url, {}),
    "another one": await importInto(NOWHERE, { engine: own.url }),
  };
}, 180_000);

afterAll(async () => {
  for (const each of [terraform, ...others]) each?.remove();
  provider.remove();
  await own?.remove();
}, 60_000);

const NOWHERE = "unix:///nowhere/docker.sock";
const providerAt = (host: string): string => `provider "docker" { host = ${JSON.stringify(host)} }`;

/** All that is asked, in Terraform's JSON, which tells blocks and attributes apart by the schema alone. */
function write({ folder }: Terraform, more: Json, imports: readonly object[] = []): void {
  const resource: { [type: string]: { [name: string]: Json } } = {};
  for (const { type, name, asked } of table)
    resource[type] = { ...resource[type], [name]: { name, ...asked, ...more } };
  writeFileSync(
    join(folder, "rows.tf.json"),
    JSON.stringify({ resource, ...(imports.length > 0 && { import: imports }) }),
  );
}

/** Another state, which knows nothing of the objects but their names. */
async function importInto(host: string, more: { readonly engine?: string }): Promise<Imported> {
  const other = await terraformWith(provider, providerAt(host));
  others.push(other);
  const nameOf = ({ name }: (typeof table)[number]) => (more.engine ? `${more.engine}|${name}` : name);
  write(
    other,
    more,
    table.map((row) => ({ to: row.address, id: nameOf(row) })),
  );
  const planned = await other.plan();
  const states = new Map(planned.map(({ address, before }) => [address, before ?? {}]));
  return { planned, states };
}

function succeeded({ code, text }: Outcome): void {
  if (code !== 0) throw new Error(text);
}

const statesOf = (of: Terraform): States => new Map(of.state().map(({ address, values }) => [address, values]));

const without = (state: Json | undefined, names: readonly string[]): Json =>
  Object.fromEntries(Object.entries(state ?? {}).filter(([name]) => !names.includes(name)));

describe.each(table)("$type $says", ({ address, untold = [], words = [] }: Row & { readonly address: string }) => {
  test("is told alike by its create and by a refresh", () => {
    expect(refreshed.get(address)).toEqual(created.get(address));
  });

  test.each(["the provider's", "another one"])("is told alike by an import, on %s", (where) => {
    const ours = ["engine", ...untold, ...words];
    expect(without(imported[where]!.states.get(address), ours)).toEqual(without(created.get(address), ours));
  });

  test.each(["the provider's", "another one"])("needs no change after an import, on %s", (where) => {
    const { actions } = imported[where]!.planned.find((each) => each.address === address)!;
    expect(actions).toEqual(untold.length > 0 ? ["update"] : ["no-op"]);
  });
});
