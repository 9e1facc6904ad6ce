import type { Block, Fields } from "../block";
import { blocksOf, same } from "../equal";
import { hasUnknown, type ObjectValue, UNKNOWN, type Value, withoutUnknown } from "../value";

/**
 * The state after an apply: every value that the plan knew stands as planned, every unknown one is what was observed.
 * So no unknown survives, and nothing that was planned comes back different.
 */
export function conform(fields: Fields, planned: ObjectValue, observed: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === "attribute"
        ? hasUnknown(planned[name])
          ? withoutUnknown(observed[name])
          : planned[name]
        : conformBlocks(field, planned[name], blocksOf(observed[name])),
    ]),
  );
}

function conformBlocks(block: Block, planned: Value, observed: ObjectValue[]): Value {
  if (planned === UNKNOWN) return observed.map((item) => complete(block.fields, item));
  return blocksOf(planned).map((item, i) => {
    const seen =
      block.nesting === "list" ? observed[i] : observed.find((candidate) => agrees(block.fields, item, candidate));
    return conform(block.fields, item, seen ?? {});
  });
}

/** Whether an observed block can be the planned one: no value that both know differs. */
const agrees = (fields: Fields, planned: ObjectValue, observed: ObjectValue): boolean =>
  Object.entries(fields).every(
    ([name, field]) =>
      field.kind === "block" ||
      hasUnknown(planned[name]) ||
      !(name in observed) ||
      same(field, planned[name], observed[name]),
  );

/** The object with every attribute of its type. */
export function complete(fields: Fields, value: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      field.kind === "attribute" ? value[name] : blocksOf(value[name]).map((item) => complete(field.fields, item)),
    ]),
  );
}
