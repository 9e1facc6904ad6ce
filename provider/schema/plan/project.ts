import { type AnyAttribute, defaultOf } from "../attribute";
import type { Block, Fields } from "../block";
import { blocksOf, isOrdered, isSameButComputed, same, sameObject, saysNothing } from "../equal";
import { withoutNulls } from "../nulls";
import { Pool } from "../pool";
import { isObject, type ObjectValue, type Value } from "../value";

/**
 * The state: what the engine says, told as it was asked, by the schema alone. So a create, a refresh and an import tell
 * the same. What the engine does not speak of stays as it was asked.
 *
 * @param asked the configuration that is planned, or the state before; undefined on import, when nothing is known of
 * what was asked and everything is told
 */
export function project(fields: Fields, asked: ObjectValue | undefined, found: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (field.kind === "attribute" && field.options.writeOnly) return [name, undefined];
      if (!(name in found)) return [name, unspoken(field, asked?.[name])];
      if (field.kind === "attribute") return [name, attributeOf(field, asked && { value: asked[name] }, found[name])];
      return [name, blocksIn(field, asked && blocksOf(asked[name]), blocksOf(found[name]))];
    }),
  );
}

/** A state without a value is older than the attribute, or an import's: nothing but the default was ever asked. */
const unspoken = (field: AnyAttribute | Block, asked: Value): Value =>
  field.kind === "block" ? blocksOf(asked) : (asked ?? defaultOf(field));

function attributeOf(attribute: AnyAttribute, asked: { readonly value: Value } | undefined, found: Value): Value {
  const { computed, zero, adds } = attribute.options;
  if (asked?.value === undefined) {
    if (computed) return found;
    const fallback = defaultOf(attribute);
    // What the engine has where nothing is asked is null, or the default: most likely nothing is.
    if (same(attribute, undefined, found) || same(attribute, fallback, found)) return fallback;
    const isKnown = zero !== undefined || fallback !== undefined;
    return asked === undefined || (isKnown && !adds) ? found : undefined;
  }
  const told = adds ? among(withoutNulls(attribute.type, asked.value), found) : found;
  return same(attribute, asked.value, told) ? asked.value : told;
}

/** Of the entries of a map that the engine adds to, those that were asked for, as they are now. */
function among(asked: Value, found: Value): Value {
  if (!isObject(asked) || !isObject(found)) return found;
  return Object.fromEntries(Object.entries(found).filter(([name]) => Object.hasOwn(asked, name)));
}

function blocksIn(block: Block, asked: ObjectValue[] | undefined, found: ObjectValue[]): ObjectValue[] {
  const { computed, emptyIsNone } = block.options;
  if (asked === undefined || (asked.length === 0 && computed === "observed")) return told(block, found);
  if (asked.length === 0) return [];
  if (found.length === 0 && emptyIsNone && asked.every((item) => saysNothing(block, item))) return asked;
  if (isOrdered(block)) return found.map((item, i) => project(block.fields, asked[i], item));
  const { counterparts, left } = pairs(block, asked, found);
  return [
    ...asked.flatMap((item) => {
      const there = counterparts.get(item);
      if (there === undefined) return [];
      return [block.options.same?.(item, there) ? item : project(block.fields, item, there)];
    }),
    ...(block.options.adds ? [] : told(block, left)),
  ];
}

/** Blocks of which nothing is asked, but for those that the engine adds to say nothing. */
const told = (block: Block, found: readonly ObjectValue[]): ObjectValue[] =>
  found
    .filter((item) => !(block.options.adds && saysNothing(block, item)))
    .map((item) => project(block.fields, undefined, item));

/** Beside each block that was asked for the one that the engine has of it: the same, as good as the same, or one of its key. */
function pairs(block: Block, asked: readonly ObjectValue[], found: readonly ObjectValue[]) {
  const { fields, options } = block;
  const key = keyOf(block);
  const ways: readonly ((item: ObjectValue, candidate: ObjectValue) => boolean)[] = [
    options.same ?? ((item, candidate) => sameObject(fields, item, { ...item, ...candidate })),
    (item, candidate) => isSameButComputed(fields, item, { ...item, ...candidate }),
    (item, candidate) => key.length > 0 && key.every((name) => sameValue(fields, name, item, candidate)),
  ];
  const counterparts = new Map<ObjectValue, ObjectValue>();
  const free = new Pool(found);
  for (const fits of ways)
    for (const item of asked.filter((each) => !counterparts.has(each))) {
      const match = free.take((candidate) => fits(item, candidate));
      if (match !== undefined) counterparts.set(item, match);
    }
  return { counterparts, left: free.left };
}

const sameValue = (fields: Fields, name: string, a: ObjectValue, b: ObjectValue): boolean => {
  const field = fields[name];
  return field?.kind === "attribute" && same(field, a[name], b[name]);
};

/** What a block is about: what its schema says, or all that it has to say. */
const keyOf = ({ fields, options }: Block): readonly string[] =>
  options.key ??
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "attribute" && field.options.required ? [name] : [],
  );
