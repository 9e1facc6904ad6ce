import fc from "fast-check";
import {
  bool,
  type Fields,
  listOf,
  number,
  type ObjectValue,
  setOf,
  string,
  stringList,
  stringMap,
  stringSet,
  UNKNOWN,
  type Value,
} from "../../../provider/schema";

const doc = "a value";
type Flags = { optional?: true; computed?: true; required?: true; forceNew?: true };

const flags = fc.constantFrom<Flags>(
  { required: true },
  { optional: true },
  { optional: true, computed: true },
  { computed: true },
  { optional: true, forceNew: true },
);

const word = fc.string({ minLength: 1, maxLength: 4 });
const byKind = {
  string: { make: string, values: word, fallback: "x" },
  number: { make: number, values: fc.integer({ min: -9, max: 9 }), fallback: 1 },
  bool: { make: bool, values: fc.boolean(), fallback: true },
  stringList: { make: stringList, values: fc.array(word, { maxLength: 3 }), fallback: ["x"] },
  stringSet: { make: stringSet, values: fc.uniqueArray(word, { maxLength: 3 }), fallback: ["x"] },
  stringMap: { make: stringMap, values: fc.dictionary(word, word, { maxKeys: 3 }), fallback: { x: "y" } },
} as const;
type Kind = keyof typeof byKind;

const attribute = fc
  .record({ kind: fc.constantFrom(...(Object.keys(byKind) as Kind[])), flags, hasDefault: fc.boolean() })
  .map(({ kind, flags: own, hasDefault }) => {
    const { make, fallback } = byKind[kind];
    const options = { ...own, doc, ...(hasDefault && own.optional && !own.computed ? { default: fallback } : {}) };
    return (make as (options: object) => Fields[string])(options);
  });

/** A schema of a few attributes and blocks, blocks nested one level. */
export const anyFields: fc.Arbitrary<Fields> = fc
  .record({
    attributes: fc.array(attribute, { minLength: 1, maxLength: 4 }),
    blocks: fc.array(
      fc.record({
        inner: fc.array(attribute, { minLength: 1, maxLength: 3 }),
        set: fc.boolean(),
        forceNew: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ attributes, blocks }) => ({
    ...Object.fromEntries(attributes.map((field, i) => [`a${i}`, field])),
    ...Object.fromEntries(
      blocks.map(({ inner, set, forceNew }, i) => [
        `b${i}`,
        (set ? setOf : listOf)(Object.fromEntries(inner.map((field, k) => [`c${k}`, field])), {
          doc,
          ...(forceNew ? { forceNew: true } : {}),
        }),
      ]),
    ),
  }));

const kindOf = (type: unknown): Kind =>
  typeof type === "string"
    ? (type as Kind)
    : ({ list: "stringList", set: "stringSet", map: "stringMap" } as const)[(type as string[])[0] as "list"];

/** A configuration of the schema as a user could write it: computed attributes unset, required ones set. */
export function configOf(fields: Fields, { unknowns = false, everything = false } = {}): fc.Arbitrary<ObjectValue> {
  const entries = Object.entries(fields).map(([name, field]): [string, fc.Arbitrary<Value>] => {
    if (field.kind === "block")
      return [name, fc.array(configOf(field.fields, { unknowns, everything }), { maxLength: 3 })];
    const { required, optional } = field.options;
    const known: fc.Arbitrary<Value> = byKind[kindOf(field.type)].values as fc.Arbitrary<Value>;
    const some: fc.Arbitrary<Value> = unknowns
      ? fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: fc.constant<Value>(UNKNOWN) })
      : known;
    if (everything) return [name, fc.oneof(some, fc.constant<Value>(undefined))];
    if (required) return [name, some];
    return [name, optional ? fc.oneof(some, fc.constant<Value>(undefined)) : fc.constant<Value>(undefined)];
  });
  return fc.record(Object.fromEntries(entries)) as fc.Arbitrary<ObjectValue>;
}

/** A schema and an object of it. */
export const objectOf = (options: { unknowns: boolean }) =>
  anyFields.chain((fields) => configOf(fields, { ...options, everything: true }).map((value) => ({ fields, value })));
