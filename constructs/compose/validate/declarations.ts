import type { Config, Network, Secret, Volume } from "../keys/project";
import { networksOf } from "../keys/service";
import type { Scope } from "./scope";

const sections = [
  ["network", "networks"],
  ["volume", "volumes"],
  ["secret", "secrets"],
  ["config", "configs"],
] as const;

/** Whether a value asks for something: an empty mapping and what is turned off do not. */
const asks = (value: unknown): boolean =>
  value !== false && (typeof value !== "object" || value === null || Object.keys(value).length > 0);

/**
 * What is external has a name. What else is said of it is not heard; of a volume it is refused, as all of Docker's
 * clients do: a driver that is taken for the volume's own would have other data.
 */
export function externalsAreBare({ project, origins, problems }: Scope): void {
  for (const [kind, section] of sections) {
    const items: Readonly<Record<string, Network | Volume | Secret | Config>> = project[section] ?? {};
    for (const [name, item] of Object.entries(items)) {
      if (!item.external?.is) continue;
      const inner = item.external.name;
      if (item.name !== undefined && inner !== undefined && inner !== item.name)
        problems.report("external-named-twice", origins.of(item, "external"), {
          kind,
          name,
          names: [item.name, inner],
        });
      for (const [key, value] of Object.entries(item)) {
        if (key === "external" || key === "name" || !asks(value)) continue;
        const code = kind === "volume" ? "external-with-more" : "external-key-ignored";
        problems.report(code, origins.of(item, key), { kind, key, name });
      }
    }
  }
}

/** Drivers whose networks one node has by itself. @see https://docs.docker.com/engine/network/drivers/ */
const NODE_DRIVERS: ReadonlySet<string> = new Set(["bridge", "host", "none", "null"]);

/** The tasks of a service are on many nodes. A network that no service is on is not made, whatever its driver is. */
export function networksSpanNodes({ project, services, origins, problems }: Scope): void {
  const used = new Set(Object.values(services).flatMap(networksOf));
  for (const [name, network] of Object.entries(project.networks ?? {})) {
    if (!used.has(name)) continue;
    const { driver, external } = network;
    if (!external?.is && driver !== undefined && NODE_DRIVERS.has(driver))
      problems.report("network-of-one-node", origins.of(network, "driver"), { driver });
  }
}

/** Bytes that the engine takes. @see https://docs.docker.com/engine/swarm/secrets/ */
const limits = { secret: 500 * 1024, config: 1000 * 1024 } as const;

const sources = {
  secret: ["file", "environment", "driver"],
  config: ["file", "content", "environment"],
} as const;

/** Secrets and configs have one source of content, and of a swarm not too much of it. */
export function contentsAreGiven({ project, contents, origins, problems, target }: Scope): void {
  const items = [
    ...Object.entries(project.secrets ?? {}).map(([name, item]) => ({ kind: "secret", name, item }) as const),
    ...Object.entries(project.configs ?? {}).map(([name, item]) => ({ kind: "config", name, item }) as const),
  ];
  for (const { kind, name, item } of items) {
    if (item.external?.is) continue;
    const place = origins.of(project[`${kind}s`]!, name);
    const said = (key: string) => origins.of(item, key)?.start;
    const given = sources[kind].filter((key) => said(key) !== undefined).sort((a, b) => said(a)! - said(b)!);
    if (given.length === 0) {
      problems.report("source-missing", place, { kind, name, sources: [...sources[kind], "external"] });
    } else if (given.length > 1) {
      problems.report("source-twice", origins.of(item, given[1]!), { kind, name, keys: given });
    } else if (given[0] === "environment" && !contents.has(item)) {
      problems.report("source-unset", origins.of(item, "environment"), { kind, name, variable: item.environment! });
    }
    const content = contents.get(item);
    const bytes = typeof content === "string" ? undefined : content?.length;
    if (target === "swarm" && bytes !== undefined && (bytes === 0 || bytes > limits[kind])) {
      problems.report("config-too-large", origins.of(item, given[0]!) ?? place, {
        key: name,
        bytes,
        limit: limits[kind],
      });
    }
  }
}

const OBJECT_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9-_.]*[a-zA-Z0-9])?$/;
const MAX_OBJECT_NAME = 64;
/** What the hash of the content adds to a name. */
const HASH = 11;

/** Names of secrets and configs are those that a swarm takes, the hash of the content included. */
export function objectNamesAreAllowed({ project, origins, problems, stack }: Scope): void {
  for (const [kind, section] of sections.slice(2)) {
    const items: Readonly<Record<string, Secret | Config>> = project[section as "secrets" | "configs"] ?? {};
    for (const [key, item] of Object.entries(items)) {
      const { external } = item;
      const given = item.name ?? (external?.is ? (external.name ?? key) : undefined);
      const name = given ?? `${stack}_${key}`;
      const hash = given === undefined ? HASH : 0;
      const origin = origins.of(item, "name") ?? origins.of(items, key);
      if (!OBJECT_NAME.test(name)) {
        problems.report("bad-name", origin, {
          name,
          forms: "letters, digits, `-`, `_` and `.`, a letter or digit at both ends",
        });
      } else if (name.length + hash > MAX_OBJECT_NAME) {
        problems.report("name-too-long", origin, { kind, name, limit: MAX_OBJECT_NAME - hash });
      }
    }
  }
}
