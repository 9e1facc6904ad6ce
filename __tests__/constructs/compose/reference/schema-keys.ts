/** A part of a JSON schema, as far as it says which keys there are and what they are. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What the schema says of one key. */
export interface SchemaKey {
  /** `*` stands for names of the user's; a list's items are under its own path. */
  readonly path: string;
  /** `string`, `list of string`, `enum(a,b)`, … */
  readonly forms: readonly string[];
  readonly required: boolean;
}

/** Keys of one's own. */
const EXTENSIONS = "^x-";

/** Lists whose texts have a form of their own, which the schema does not tell. */
const lists: Readonly<Record<string, readonly string[]>> = {
  "#/$defs/list_or_dict": ["object", "list of pair"],
  "#/$defs/extra_hosts": ["object", "list of host"],
};

/** Every key that the schema names, by its path. */
export function keysOf(root: Schema): readonly SchemaKey[] {
  const keys = new Map<string, SchemaKey>();
  const walk = (schema: Schema, path: string, above: readonly string[]): void => {
    const { $ref, properties = {}, patternProperties = {}, additionalProperties: others } = schema;
    if ($ref !== undefined && !above.includes($ref)) walk(defined(root, $ref), path, [...above, $ref]);
    const under = (key: string, value: Schema) => {
      const next = path === "" ? key : `${path}.${key}`;
      const known = keys.get(next);
      const forms = new Set([...(known?.forms ?? []), ...formsOf(root, value)]);
      const required = known?.required || schema.required?.includes(key) || false;
      keys.set(next, { path: next, forms: [...forms], required });
      walk(value, next, above);
    };
    for (const [key, value] of Object.entries(properties)) under(key, value);
    for (const [pattern, value] of Object.entries(patternProperties)) if (pattern !== EXTENSIONS) under("*", value);
    if (typeof others === "object") under("*", others);
    if (schema.items) walk(schema.items, path, above);
    for (const one of alternatives(schema)) walk(one, path, above);
  };
  walk(root, "", []);
  return [...keys.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const alternatives = ({ oneOf = [], anyOf = [], allOf = [] }: Schema) => [...oneOf, ...anyOf, ...allOf];

/** The forms of a value, each once. */
function formsOf(root: Schema, schema: Schema): readonly string[] {
  const { $ref, type = [], items = {} } = schema;
  const known = $ref === undefined ? undefined : (lists[$ref] ?? formsOf(root, defined(root, $ref)));
  if (known) return known;
  if (schema.enum) return [`enum(${schema.enum.join(",")})`];
  const own = [type]
    .flat()
    .flatMap((one) => (one === "array" ? formsOf(root, items).map((form) => `list of ${form}`) : [one]));
  return [...new Set([...own, ...alternatives(schema).flatMap((one) => formsOf(root, one))])];
}

function defined(root: Schema, ref: string): Schema {
  const found = root.$defs?.[ref.replace("#/$defs/", "")];
  if (!found) throw new Error(`the schema refers to ${ref}, which it does not define`);
  return found;
}
