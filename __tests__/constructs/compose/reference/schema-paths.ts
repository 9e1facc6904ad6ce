/** A part of a JSON schema, as far as it says which keys there are. */
interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Keys of one's own. */
const EXTENSIONS = "^x-";

/** Every path of keys that the schema names, `*` standing for names of the user's; a list's items are under its own path. */
export function pathsOf(root: Schema): readonly string[] {
  const paths = new Set<string>();
  const walk = (schema: Schema, path: string, above: readonly string[]): void => {
    const { $ref, properties = {}, patternProperties = {}, additionalProperties: others } = schema;
    if ($ref !== undefined && !above.includes($ref)) walk(defined(root, $ref), path, [...above, $ref]);
    const under = (key: string, value: Schema) => {
      const next = path === "" ? key : `${path}.${key}`;
      paths.add(next);
      walk(value, next, above);
    };
    for (const [key, value] of Object.entries(properties)) under(key, value);
    for (const [pattern, value] of Object.entries(patternProperties)) if (pattern !== EXTENSIONS) under("*", value);
    if (typeof others === "object") under("*", others);
    if (schema.items) walk(schema.items, path, above);
    for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? []), ...(schema.allOf ?? [])])
      walk(one, path, above);
  };
  walk(root, "", []);
  return [...paths].sort();
}

function defined(root: Schema, ref: string): Schema {
  const found = root.$defs?.[ref.replace("#/$defs/", "")];
  if (!found) throw new Error(`the schema refers to ${ref}, which it does not define`);
  return found;
}
