import { createHash } from "node:crypto";
import type { AnyAttribute, Block, Fields, ObjectValue, Value } from "../schema";

/**
 * A digest of what an object's configuration asked for, the same in state and in the plan that asks for it again. What
 * the provider gives by itself is left out, as is what is not set, and what is write-only, which no state has.
 */
export const configDigest = (fields: Fields, values: ObjectValue): string =>
  createHash("sha256")
    .update(JSON.stringify(wordsOf(fields, values)))
    .digest("hex");

/** In the schema's order, sets in the order of their words. */
const wordsOf = (fields: Fields, values: ObjectValue): unknown[] =>
  Object.entries(fields)
    .filter(([, { options }]) => !options.computed && !("writeOnly" in options))
    .map(([name, field]) => (field.kind === "block" ? blockWords(field, values[name]) : words(field, values[name])));

function words({ type, options }: AnyAttribute, value: Value): unknown {
  const isUnset = value === undefined || JSON.stringify(value) === JSON.stringify(options.zero);
  if (isUnset) return null;
  if (Array.isArray(value)) return type[0] === "set" ? sorted(value) : value;
  return typeof value === "object" ? sorted(Object.entries(value)) : value;
}

function blockWords({ nesting, fields, options }: Block, value: Value): unknown[] {
  const blocks = Array.isArray(value) ? value.map((block) => wordsOf(fields, block as ObjectValue)) : [];
  return nesting === "set" || options.unordered ? sorted(blocks) : blocks;
}

const sorted = (items: readonly unknown[]): string[] => items.map((item) => JSON.stringify(item)).sort();
