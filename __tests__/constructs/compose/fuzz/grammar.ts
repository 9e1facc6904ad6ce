import { specifiedKeys } from "../specification";

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

/** The key table as a tree, by its root. */
export function readGrammar(): Key {
  const key = (name: string, forms: readonly string[], required = false): Growing => ({
    ...{ name, forms, required },
    under: new Map(),
  });
  const root = key("", ["object"]);
  for (const [path = "", forms = "", more = ""] of specifiedKeys) {
    const names = path.split(".");
    let at = root;
    for (const name of names.slice(0, -1)) at = at.under.get(name)!;
    const name = names.at(-1)!;
    at.under.set(name, key(name, forms.split(" | "), more === "required"));
  }
  return root;
}
