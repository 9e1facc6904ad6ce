import type { Block, Fields, ObjectValue, Value } from "../../schema";
import { blocksOf, same } from "../../schema/equal";

/** Of everything that an engine tells, what says something: no values that stand for "not set", no blocks of such alone. */
export function telling(fields: Fields, found: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, Value][] => {
      if (!(name in found)) return [];
      if (field.kind === "attribute") return [[name, isUnset(field, found[name]) ? undefined : found[name]]];
      return [[name, blocksOf(found[name]).flatMap((item) => tellingBlock(field, item))]];
    }),
  );
}

function tellingBlock(block: Block, item: ObjectValue): ObjectValue[] {
  const told = telling(block.fields, item);
  const saysSomething = Object.values(told).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== undefined,
  );
  return saysSomething ? [told] : [];
}

const isUnset = (field: Extract<Fields[string], { kind: "attribute" }>, value: Value): boolean =>
  same(field, undefined, value) || same(field, field.options.default as Value, value);
