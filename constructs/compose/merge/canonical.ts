import type { MergeRule } from "../keys/merge-rule";
import { type Entry, entryAt, mappingAt, type Node, scalarAt, sequenceAt, within } from "../source/node";

/** The long form of a value that has a short one, so that two forms of one thing can meet. */
export function canonical(node: Node, rule: MergeRule | undefined): Node {
  switch (rule?.kind) {
    case "pairs":
      return node.kind === "sequence" ? mappingAt(node, node.items.flatMap(pair), node.tag) : node;
    case "names":
      return node.kind === "sequence" ? mappingAt(node, node.items.flatMap(named(rule.value)), node.tag) : node;
    case "unique":
      return node.kind === "scalar" ? sequenceAt(node, [node], node.tag) : node;
    case "hosts":
      return node.kind === "mapping" ? sequenceAt(node, [...node.entries.values()].flatMap(hosts), node.tag) : node;
    case "shorthand":
      return node.kind === "scalar" ? mappingAt(node, [entryAt(node, rule.key, node)], node.tag) : node;
    default:
      return node;
  }
}

function pair(item: Node): Entry[] {
  if (item.kind !== "scalar" || item.value === null) return [];
  const cut = item.text.indexOf("=");
  if (cut === -1) return [entryAt(item, item.text, scalarAt(item, null))];
  const origin = within(item, cut + 1, item.text.length - cut - 1);
  return [entryAt(item, item.text.slice(0, cut), scalarAt(origin, item.text.slice(cut + 1)))];
}

const named =
  (value: Readonly<Record<string, string | boolean>> | null) =>
  (item: Node): Entry[] => {
    if (item.kind !== "scalar" || item.value === null) return [];
    const entries = Object.entries(value ?? {}).map(([key, said]) => entryAt(item, key, scalarAt(item, said)));
    return [entryAt(item, item.text, value === null ? scalarAt(item, null) : mappingAt(item, entries))];
  };

function hosts({ key, value, ...origin }: Entry): Node[] {
  const addresses = value.kind === "sequence" ? value.items : [value];
  return addresses.flatMap((address) =>
    address.kind === "scalar" ? [scalarAt(origin, `${key}=${address.text}`)] : [],
  );
}
