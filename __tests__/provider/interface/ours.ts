import { provider } from "../../../provider/docker";
import type { AnyAttribute, Block, Fields } from "../../../provider/schema";
import type { Facts, Type } from "./facts";

/** This provider's interface, in the same words. */
export function ourTypes(): Map<string, Type> {
  return new Map<string, Type>([
    ...provider.resources.map(({ type, schema, version = 0, import: how }): [string, Type] => [
      type,
      { version, importable: how !== undefined, paths: flatten(schema) },
    ]),
    ...provider.dataSources.map(({ type, schema }): [string, Type] => [
      `data.${type}`,
      { version: 0, importable: false, paths: flatten(schema) },
    ]),
    ["provider", { version: 0, importable: false, paths: flatten(provider.schema) }],
  ]);
}

function flatten(fields: Fields, above = "", forceNew = false): Map<string, Facts> {
  return new Map(
    Object.entries(fields).flatMap(([name, field]): [string, Facts][] => {
      const path = `${above}${name}`;
      if (field.kind === "attribute") return [[path, ourFacts(field, forceNew)], ...below(path, field)];
      const facts = blockFacts(field, forceNew);
      return [[path, facts], ...flatten(field.fields, `${path}.`, facts.forceNew)];
    }),
  );
}

function ourFacts({ type, options }: AnyAttribute, forceNew: boolean): Facts {
  return {
    value: nameOf(type),
    presence: options.required ? "required" : options.optional ? "optional" : "",
    computed: options.computed ?? false,
    forceNew: forceNew || Boolean(options.forceNew),
    sensitive: options.sensitive ?? false,
    default: options.default === undefined ? "" : String(options.default),
    max: undefined,
    conflicts: options.conflictsWith ?? [],
    validated: options.validate !== undefined,
    suppressed: options.same !== undefined || options.zero !== undefined || options.computed === true,
  };
}

function blockFacts({ nesting, options, fields }: Block, forceNew: boolean): Facts {
  return {
    value: `block ${nesting}`,
    presence: (options.min ?? 0) > 0 ? "required" : "optional",
    computed: Boolean(options.computed),
    forceNew: forceNew || (options.forceNew ?? allForceNew(fields)),
    sensitive: false,
    default: "",
    max: options.max,
    conflicts: options.conflictsWith ?? [],
    validated: options.validate !== undefined,
    suppressed: options.unordered ?? false,
  };
}

const allForceNew = (fields: Fields): boolean =>
  Object.values(fields).every(({ kind, options }) => kind === "attribute" && Boolean(options.forceNew));

const nameOf = (type: AnyAttribute["type"]): string =>
  typeof type === "string"
    ? type
    : type[0] === "object"
      ? "object"
      : `${type[0]}(${nameOf(type[1] as AnyAttribute["type"])})`;

/** The members of a computed list or set of objects. */
function below(path: string, { type }: AnyAttribute): [string, Facts][] {
  const element = typeof type === "string" ? undefined : type[1];
  if (!Array.isArray(element) || element[0] !== "object") return [];
  return Object.entries(element[1] as Record<string, AnyAttribute["type"]>).map(([name, member]) => [
    `${path}.${name}`,
    { ...ourFacts({ kind: "attribute", type: member, options: { doc: "" } }, false), member: true },
  ]);
}
