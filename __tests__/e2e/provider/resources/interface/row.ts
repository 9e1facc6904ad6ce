import { theirTypes } from "../../../../provider/interface/theirs";

/** A configuration or an inspect as JSON has it. */
export type Json = { readonly [name: string]: unknown };

/** What one configuration makes, as the engine's inspect shows it. */
export interface Row {
  /** A sentence about the object: "it is cut off from outside". */
  readonly name: string;
  /** Without a name: each row gets one of its own. */
  readonly config: Json;
  /** What inspect shows, and does not show of an object of which nothing is asked. @default - the same as of that one */
  readonly inspect?: Json;
  /** What state says of what was not asked. */
  readonly state?: Json;
  /** What the next plan does where these lines are removed: all but what the provider would give by itself replaces. */
  readonly removed: "stays" | "replace";
  /** @default "no-op" */
  readonly imported?: "replace";
}

/** A configuration that the engine refuses, with the word that shows that it was told. */
export interface Refusal {
  readonly name: string;
  readonly config: Json;
  readonly says: string;
}

/** Paths of everything in a configuration: `ipam_config`, `ipam_config.subnet`. */
function pathsOf(config: Json, fields: ReadonlySet<string>, above = ""): string[] {
  return Object.entries(config).flatMap(([name, value]) => {
    const path = `${above}${name}`;
    const blocks = Array.isArray(value) ? value.filter((item) => typeof item === "object" && item !== null) : [];
    return fields.has(path) ? [path, ...blocks.flatMap((block) => pathsOf(block as Json, fields, `${path}.`))] : [];
  });
}

/** Paths that the community provider lets a configuration set and no row has. */
export function uncovered(type: string, configs: readonly Json[], elsewhere: Readonly<Record<string, string>>) {
  const known = theirTypes().get(type)!.paths;
  const settable = [...known].filter(([, { presence }]) => presence !== "").map(([path]) => path);
  const covered = new Set(configs.flatMap((config) => pathsOf(config, new Set(known.keys()))));
  return {
    missing: settable.filter((path) => !covered.has(path) && !(path in elsewhere)),
    needless: Object.keys(elsewhere).filter((path) => covered.has(path) || !settable.includes(path)),
  };
}
