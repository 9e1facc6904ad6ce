import type { Engine } from "../../../provider/engine";
import { NONCE_LABEL } from "../../../provider/resources/nonce";

type Json = null | string | number | boolean | Json[] | { [name: string]: Json };

/** What an engine has of a stack, by kind and name, told so that two makings of it can be compared. */
export async function stackOn(engine: Engine): Promise<Record<string, Record<string, Json>>> {
  const [services, networks, secrets, configs] = await Promise.all([
    engine.services.list(),
    engine.networks.list({ filters: { label: ["com.docker.stack.namespace"] } }),
    engine.secrets.list({ filters: { label: ["com.docker.stack.namespace"] } }),
    engine.configs.list({ filters: { label: ["com.docker.stack.namespace"] } }),
  ]);
  const all = await engine.networks.list();
  const names = new Map<string, string>([
    ...all.map(({ Id, Name }): [string, string] => [Id, Name]),
    ...(await engine.secrets.list()).map(({ ID, Spec }): [string, string] => [ID, Spec.Name!]),
    ...(await engine.configs.list()).map(({ ID, Spec }): [string, string] => [ID, Spec.Name!]),
  ]);
  const byName = (specs: { readonly Name?: string | null }[]) =>
    Object.fromEntries(specs.map((spec) => [spec.Name!, normal(spec as Json, names)]));
  return {
    services: byName(services.map(({ Spec }) => Spec)),
    networks: byName(
      networks.map(({ Name, Driver, Internal, Attachable, Labels, IPAM }) => ({
        Name,
        Driver,
        Internal,
        Attachable,
        Labels,
        // What the engine itself chose says nothing.
        Subnets: Name.endsWith("other") || Name === "other" ? IPAM?.Config?.map(({ Subnet }) => Subnet) : [],
      })),
    ),
    secrets: byName(secrets.map(({ Spec }) => Spec)),
    configs: byName(configs.map(({ Spec }) => Spec)),
  };
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
  if (typeof value === "string") return names.get(value) ?? value;
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
