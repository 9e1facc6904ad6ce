import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What the key table says of one key. */
export interface Key {
  readonly name: string;
  /** `string`, `list of string`, `enum(a,b)`, … */
  readonly forms: readonly string[];
  readonly required: boolean;
  readonly under: ReadonlyMap<string, Key>;
}

interface Growing extends Key {
  readonly under: Map<string, Growing>;
}

/** Forms that have names of their own in the table. */
const named: Readonly<Record<string, readonly string[]>> = {
  service: ["object"],
  deployment: ["object"],
  development: ["object"],
  healthcheck: ["object"],
  network: ["object", "null"],
  volume: ["object", "null"],
  secret: ["object"],
  config: ["object"],
  model: ["object"],
  service_hook: ["object"],
  pre_start_hook: ["object"],
  job: ["object"],
  schedule: ["object"],
  blkio_limit: ["object"],
  blkio_weight: ["object"],
  include: ["string", "object"],
  command: ["string", "list of string", "null"],
  list_of_strings: ["list of string"],
  string_or_list: ["string", "list of string"],
  label_file: ["string", "list of string"],
  list_or_dict: ["object", "list of pair"],
  extra_hosts: ["object", "list of host"],
  env_file: ["string", "list of string", "list of object"],
  service_config_or_secret: ["list of string", "list of object"],
  ulimits: ["object"],
  generic_resources: ["list of object"],
  devices: ["list of object"],
  gpus: ["enum(all)", "list of object"],
};

/** `list of string|object` is two forms, `list of string` and `list of object`. */
function formsOf(text: string): string[] {
  if (text.startsWith("enum(")) return [text];
  if (text.startsWith("string~")) return ["string"];
  const [, list = "", rest = text] = /^(list of )(.*)$/.exec(text) ?? [];
  if (rest.includes("|list of ")) return rest.split(/\|(?=list of )/).flatMap(formsOf);
  return rest.split("|").flatMap((form) => (named[form.trim()] ?? [form.trim()]).map((each) => list + each));
}

/** The key table as a tree, by its root. */
export function readGrammar(): Key {
  const key = (name: string, forms: readonly string[], required = false): Growing => ({
    ...{ name, forms, required },
    under: new Map(),
  });
  const root = key("", ["object"]);
  const rows = readFileSync(join(__dirname, "../fixtures/compose-keys.tsv"), "utf8").trim().split("\n").slice(1);
  for (const row of rows) {
    const [path = "", forms = "", more = ""] = row.split("\t");
    const names = path.replaceAll("[]", "").split(".");
    let at = root;
    for (const name of names.slice(0, -1)) at = at.under.get(name)!;
    const name = names.at(-1)!;
    at.under.set(name, key(name, formsOf(forms), more === "required"));
  }
  return root;
}
