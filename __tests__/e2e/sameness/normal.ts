import type { Engine, Service } from "../../../engine";
import { NONCE_LABEL } from "../../../formats/labels";
import { folderOfDocuments } from "../../constructs/compose/corpus/documents";

export type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** What an engine has of a stack: kind, name and specification. */
export type Stack = Record<string, Record<string, Json>>;

interface Named {
  readonly Name: string;
  readonly Labels?: object | null;
}

const byName = (a: Pick<Named, "Name">, b: Pick<Named, "Name">) => (a.Name < b.Name ? -1 : 1);

const NAMESPACE = "com.docker.stack.namespace";

/** What the swarm itself chose of addresses says nothing: its pool is 10.0.0.0/8, from the bottom. */
const CHOSEN = /^10\.0\./;

/** What an engine has of each stack, told so that two makings of it can be compared. */
export async function stacksOn(engine: Engine): Promise<ReadonlyMap<string, Stack>> {
  const [services, networks, secrets, configs] = await Promise.all([
    engine.services.list(),
    engine.networks.list(),
    engine.secrets.list(),
    engine.configs.list(),
  ]);
  const names = new Map<string, string>([
    ...(await predefined(engine, services)),
    ...networks.map(({ Id, Name }): [string, string] => [Id, Name]),
    ...secrets.map(({ ID, Spec }): [string, string] => [ID, Spec.Name!]),
    ...configs.map(({ ID, Spec }): [string, string] => [ID, Spec.Name!]),
  ]);
  const stacks = new Map<string, Stack>();
  const add = (kind: string, spec: Named) => {
    const name = (spec.Labels as Record<string, string> | null | undefined)?.[NAMESPACE];
    if (name === undefined) return;
    const stack = stacks.get(name) ?? { services: {}, networks: {}, secrets: {}, configs: {} };
    stacks.set(name, stack);
    stack[kind]![spec.Name] = normal(spec as unknown as Json, names);
  };
  // An engine lists them in whatever order.
  for (const [kind, objects] of Object.entries({ services, secrets, configs }))
    for (const spec of objects.map(({ Spec }) => Spec as Named).sort(byName)) add(kind, spec);
  for (const { Name, Driver, Internal, Attachable, Labels, Options, IPAM } of networks.sort(byName)) {
    const { "com.docker.network.driver.overlay.vxlanid_list": _, ...options } = (Options ?? {}) as Record<
      string,
      string
    >;
    const subnets = IPAM?.Config?.map(({ Subnet }) => Subnet ?? "").filter((subnet) => !CHOSEN.test(subnet)) ?? [];
    const spec = { Name, Driver, Internal, Attachable, Labels, Options: options, Subnets: subnets };
    add("networks", spec);
  }
  return stacks;
}

/** Ids of networks that each node has and no list shows, such as the nodes' own. */
async function predefined(engine: Engine, services: readonly Service[]): Promise<[string, string][]> {
  const targets = services.flatMap(({ Spec }) => Spec.TaskTemplate?.Networks?.map(({ Target }) => Target!) ?? []);
  const found = await Promise.all([...new Set(targets)].map((id) => engine.networks.inspect(id)));
  return found.map(({ Id, Name }) => [Id, Name]);
}

/** Lists that Terraform keeps as sets, whose order means nothing, each in one order. */
const UNORDERED = new Set([
  "Networks",
  "Aliases",
  "Secrets",
  "Configs",
  "Mounts",
  "Ports",
  "Hosts",
  "Constraints",
  "Ulimits",
]);

function normal(value: Json, names: ReadonlyMap<string, string>, key = ""): Json {
  if (typeof value === "string") return names.get(value) ?? value.replace(folderOfDocuments, "/documents");
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => normal(item, names));
    return UNORDERED.has(key) ? items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : items;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== NONCE_LABEL)
      .map(([name, inner]): [string, Json] => [name, normal(inner, names, name)])
      .filter(([, inner]) => !isEmpty(inner))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What is sent as an empty list or object and what is not sent mean the same to the engine. */
const isEmpty = (value: Json): boolean =>
  value === null || (typeof value === "object" && Object.keys(value).length === 0);

/** Paths at which two values differ, with both. */
export function differences(theirs: Json | undefined, ours: Json | undefined, at = ""): string[] {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return [];
  if (isObject(theirs) && isObject(ours)) {
    const keys = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
    return [...keys].flatMap((key) => differences(theirs[key], ours[key], at ? `${at}.${key}` : key));
  }
  if (Array.isArray(theirs) && Array.isArray(ours) && theirs.length === ours.length)
    return theirs.flatMap((item, i) => differences(item, ours[i], `${at}.${i}`));
  return [`${at}: ${JSON.stringify(theirs)} → ${JSON.stringify(ours)}`];
}

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
