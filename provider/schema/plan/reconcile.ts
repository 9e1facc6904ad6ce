import { defaultOf } from "../attribute";
import type { Block, Fields } from "../block";
import { blocksOf, isOrdered, same, sameObject } from "../equal";
import { Pool } from "../pool";
import type { ObjectValue, Value } from "../value";

/**
 * The state after a read: what was observed, told as it was asked. A value in another spelling or order keeps the
 * one in state, and what the observation does not speak of stays as it was.
 */
export function reconcile(fields: Fields, prior: ObjectValue, observed: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (!(name in observed)) return [name, prior[name]];
      if (field.kind === "block")
        return [name, reconcileBlocks(field, blocksOf(prior[name]), blocksOf(observed[name]))];
      return [name, same(field, prior[name], observed[name]) ? prior[name] : observed[name]];
    }),
  );
}

function reconcileBlocks(block: Block, prior: ObjectValue[], observed: ObjectValue[]): Value {
  if (isOrdered(block)) return observed.map((item, i) => reconcile(block.fields, prior[i] ?? {}, item));
  const free = new Pool(observed);
  const kept = prior.flatMap((item) => {
    const match = free.take((candidate) => sameObject(block.fields, item, { ...item, ...candidate }));
    if (!match) return [];
    return [reconcile(block.fields, item, match)];
  });
  return [...kept, ...free.left.map((item) => reconcile(block.fields, {}, item))];
}

/**
 * The first state of an imported object: what was observed, and the default of whatever is no property of the object
 * itself. What the provider observes where nothing was asked is null: most likely nothing is asked.
 */
export function imported(fields: Fields, observed: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      if (field.kind === "block") return [name, blocksOf(observed[name]).map((item) => imported(field.fields, item))];
      return [name, same(field, undefined, observed[name]) ? defaultOf(field) : observed[name]];
    }),
  );
}
