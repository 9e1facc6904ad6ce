import { own } from "../../foreign/own";
import { type AnyAttribute, defaultOf } from "./attribute";
import type { Block, Fields } from "./block";
import { withoutNulls } from "./nulls";
import { Pool } from "./pool";
import type { Type } from "./type";
import { hasUnknown, isObject, type ObjectValue, UNKNOWN, type Value } from "./value";

/** Whether two values of one type are the same to Terraform: sets in any order, everything else to the letter. */
export function equal(type: Type, a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a === UNKNOWN || b === UNKNOWN || typeof type === "string") return false;
  if (type[0] === "object") {
    if (!isObject(a) || !isObject(b)) return false;
    return Object.entries(type[1]).every(([name, inner]) => equal(inner, a[name], b[name]));
  }
  const element = type[1] as Type;
  if (type[0] === "map") {
    if (!isObject(a) || !isObject(b)) return false;
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && equal(element, own(a, name), own(b, name)))
    );
  }
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  if (type[0] === "list") return a.every((item, i) => equal(element, item, b[i]));
  return pair(a, b, (x, y) => equal(element, x, y)) !== undefined;
}

/** Whether the attribute's values are equal, or two spellings of one value. */
export function same(attribute: AnyAttribute, left: Value, right: Value): boolean {
  const a = withoutNulls(attribute.type, left);
  const b = withoutNulls(attribute.type, right);
  if (equal(attribute.type, a, b)) return true;
  if (a === undefined) return isZero(attribute, b);
  if (b === undefined) return isZero(attribute, a);
  if (hasUnknown(a) || hasUnknown(b)) return false;
  return attribute.options.same?.(a, b) ?? false;
}

const isZero = ({ type, options }: AnyAttribute, value: Value): boolean =>
  options.zero !== undefined && equal(type, value, options.zero as Value);

/** Whether two objects are the same in every attribute and block. */
export function sameObject(fields: Fields, a: ObjectValue, b: ObjectValue): boolean {
  return Object.entries(fields).every(([name, field]) =>
    field.kind === "attribute" ? same(field, a[name], b[name]) : sameBlocks(field, a[name], b[name]),
  );
}

/** The same, where what is computed and was not asked for may be anything. */
export function isSameButComputed(fields: Fields, asked: ObjectValue, found: ObjectValue): boolean {
  return Object.entries(fields).every(([name, field]) =>
    field.kind === "attribute"
      ? same(field, asked[name], found[name]) || (field.options.computed === true && isUnset(field, asked[name]))
      : sameBlocks(field, asked[name], found[name]),
  );
}

/** Whether a block has nothing but defaults, zeros and blocks like it. */
export const saysNothing = ({ fields }: Block, item: ObjectValue): boolean =>
  Object.entries(fields).every(([name, field]) =>
    field.kind === "attribute"
      ? isUnset(field, item[name]) || same(field, defaultOf(field), item[name])
      : item[name] !== UNKNOWN && blocksOf(item[name]).every((inner) => saysNothing(field, inner)),
  );

const isUnset = (attribute: AnyAttribute, value: Value): boolean =>
  value !== UNKNOWN && same(attribute, undefined, value);

/** Whether one of the two is no block, and the other one says nothing, which means the same. */
export const areBothNothing = (block: Block, a: readonly ObjectValue[], b: readonly ObjectValue[]): boolean =>
  block.options.emptyIsNone === true &&
  (a.length === 0 || b.length === 0) &&
  [...a, ...b].every((item) => saysNothing(block, item));

/** Whether two lists or sets of blocks are the same; the order counts only in a list that has one. */
export function sameBlocks(block: Block, a: Value, b: Value): boolean {
  if (a === UNKNOWN || b === UNKNOWN) return a === b;
  const [left, right] = [blocksOf(a), blocksOf(b)];
  if (areBothNothing(block, left, right)) return true;
  if (left.length !== right.length) return false;
  const isSame = (x: ObjectValue, y: ObjectValue) => sameBlock(block, x, y);
  if (isOrdered(block)) return left.every((item, i) => isSame(item, right[i]!));
  return pair(left, right, isSame) !== undefined;
}

/** Spellings are of values that are known. */
function sameBlock({ fields, options }: Block, a: ObjectValue, b: ObjectValue): boolean {
  return options.same && !hasUnknown(a) && !hasUnknown(b) ? options.same(a, b) : sameObject(fields, a, b);
}

/** The blocks of a value: none where it is null. */
export const blocksOf = (value: Value): ObjectValue[] => (Array.isArray(value) ? (value as ObjectValue[]) : []);

export const isOrdered = (block: Block): boolean => block.nesting === "list" && !block.options.unordered;

/** Pairs each of `a` with one of `b` that matches it, each used once: the indexes in `b`, or undefined if one is left over. */
export function pair<A, B>(a: readonly A[], b: readonly B[], matches: (a: A, b: B) => boolean): number[] | undefined {
  const free = new Pool([...b.keys()]);
  const indexes: number[] = [];
  for (const item of a) {
    const found = free.take((i) => matches(item, b[i]!));
    if (found === undefined) return undefined;
    indexes.push(found);
  }
  return indexes;
}

/** Whether two sets of texts say the same, in any order and spelling. @param key one spelling for all of one item */
export const isSameSet =
  (key: (item: string) => string) =>
  (a: readonly string[], b: readonly string[]): boolean =>
    [...new Set(a.map(key))].sort().join("\n") === [...new Set(b.map(key))].sort().join("\n");
