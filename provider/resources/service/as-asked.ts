import type { Block, Fields, ObjectValue, Value } from "../../schema";
import { blocksOf, same } from "../../schema/equal";

/**
 * Of everything that an engine tells, what was asked for: it fills in what nobody wrote. An attribute that was not set
 * is told where the schema knows what "not set" looks like (`zero`), or where it is computed; a block that was not
 * written is not told. Where an attribute has a default and no value, the state is older than the attribute.
 */
export function asAsked(fields: Fields, asked: ObjectValue, found: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, Value][] => {
      const fallback = field.kind === "attribute" ? (field.options.default as Value) : undefined;
      if (!(name in found)) return untold(name, asked[name] ?? fallback);
      if (field.kind === "block") return [[name, blocksAsAsked(field, blocksOf(asked[name]), blocksOf(found[name]))]];
      const { computed, zero } = field.options;
      const isTold = [asked[name], computed, zero, fallback].some((known) => known !== undefined);
      return [[name, isTold ? found[name] : undefined]];
    }),
  );
}

/** What is not told, since the engine does not know it, is as it was asked for. */
const untold = (name: string, known: Value): [string, Value][] => (known === undefined ? [] : [[name, known]]);

function blocksAsAsked(block: Block, asked: readonly ObjectValue[], found: readonly ObjectValue[]): ObjectValue[] {
  if (asked.length === 0) return [];
  return found.map((item, i) => {
    const counterpart = block.options.max === 1 ? asked[i] : asked.find((other) => agree(block.fields, other, item));
    return counterpart ? asAsked(block.fields, counterpart, item) : item;
  });
}

/** Whether two blocks agree in all that is required, and so are about the same thing. */
const agree = (fields: Fields, a: ObjectValue, b: ObjectValue): boolean =>
  Object.entries(fields).every(
    ([name, field]) => field.kind === "block" || !field.options.required || same(field, a[name], b[name]),
  );
