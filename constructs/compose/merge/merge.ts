import { below, mergeRuleOf } from "../keys/key";
import type { AnyKey, Shape } from "../keys/shapes/shape";
import {
  child,
  type Entry,
  entryAt,
  isNull,
  type MappingNode,
  mappingAt,
  type Node,
  plain,
  type SequenceNode,
  sequenceAt,
} from "../source/node";
import { canonical } from "./canonical";

/**
 * A later file's value on an earlier one's.
 * @see https://docs.docker.com/reference/compose-file/merge/
 */
export function merge(base: Node, over: Node, key: AnyKey | undefined): Node {
  if (over.tag === "override") return over;
  const rule = mergeRuleOf(key);
  if (rule?.kind === "replace") return over;
  if (isNull(over)) return base;
  const [first, second] = [canonical(base, rule), canonical(over, rule)];
  if (first.kind === "mapping" && second.kind === "mapping") {
    return mergeMappings(rule?.kind === "driver" ? sameDriver(first, second) : first, second, key?.shape);
  }
  if (first.kind === "sequence" && second.kind === "sequence") {
    const distinct = rule?.kind === "unique" ? rule.identity : rule?.kind === "hosts" ? identical : () => undefined;
    return append(first, second, distinct, rule?.kind === "unique" && rule.joined ? key?.shape : undefined);
  }
  return over;
}

export function mergeMappings(
  base: MappingNode,
  over: MappingNode,
  shape: Shape<unknown, string> | undefined,
): MappingNode {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const known = entries.get(key);
    if (entry.value.tag === "reset") entries.delete(key);
    else if (known) {
      const value = merge(known.value, entry.value, below(shape, key));
      entries.set(key, entryAt(value === known.value ? known : entry, key, value));
    } else entries.set(key, entry);
  }
  return mappingAt(over, entries.values(), base.tag);
}

const identical = (item: Node): string => JSON.stringify(plain(item));

/** The later of two items that are the same thing takes the earlier one's place, or is put on it, where they have a shape. */
function append(
  base: SequenceNode,
  over: SequenceNode,
  identity: (item: Node) => string | undefined,
  shape: Shape<unknown, string> | undefined,
): Node {
  const items: Node[] = [];
  const places = new Map<string, number>();
  for (const item of [...base.items, ...over.items]) {
    const id = identity(item);
    const place = id === undefined ? undefined : places.get(id);
    if (place !== undefined) items[place] = shape ? joinedWith(items[place]!, item, shape) : item;
    else if (id === undefined) items.push(item);
    else places.set(id, items.push(item) - 1);
  }
  return sequenceAt(over, items, base.tag);
}

const joinedWith = (base: Node, over: Node, shape: Shape<unknown, string>): Node =>
  base.kind === "mapping" && over.kind === "mapping" ? mergeMappings(base, over, shape) : over;

function sameDriver(base: MappingNode, over: MappingNode): MappingNode {
  const [first, second] = [child(base, "driver"), child(over, "driver")];
  if (!first || !second || identical(first) === identical(second)) return base;
  return mappingAt(
    base,
    [...base.entries.values()].filter(({ key }) => key !== "options"),
  );
}

/** Drops what is still marked `!reset`: there was nothing before it. */
export function dropResets<T extends Node>(node: T): T {
  const done = new Map<Node, Node>();
  const walk = (from: Node): Node => {
    if (from.kind === "scalar") return from;
    const known = done.get(from);
    if (known) return known;
    const result = from.kind === "sequence" ? items(from) : entries(from);
    done.set(from, result);
    return result;
  };
  const items = (from: SequenceNode): Node => {
    const kept = from.items.filter(({ tag }) => tag !== "reset").map(walk);
    return kept.length === from.items.length && kept.every((item, i) => item === from.items[i])
      ? from
      : sequenceAt(from, kept);
  };
  const entries = (from: MappingNode): Node => {
    let changed = false;
    const kept: Entry[] = [];
    for (const entry of from.entries.values()) {
      const value = entry.value.tag === "reset" ? undefined : walk(entry.value);
      changed ||= value !== entry.value;
      if (value) kept.push(value === entry.value ? entry : entryAt(entry, entry.key, value));
    }
    return changed ? mappingAt(from, kept) : from;
  };
  return walk(node) as T;
}
