import { own } from "../../../foreign/own";
import type { Problems } from "../problems/problem";
import { isEmpty, isNull, type MappingNode, type Node } from "../source/node";
import type { KeySupport, KeySupportTable } from "./key-support";

interface Branch {
  readonly path: string;
  readonly under: ReadonlyMap<string, Branch>;
}

interface Growing {
  path: string;
  readonly under: Map<string, Growing>;
}

/** Paths to walk along: only those that lead to something ignored or refused. */
function treeOf(table: KeySupportTable): Branch {
  const root: Growing = { path: "", under: new Map() };
  for (const [path, support] of Object.entries(table)) {
    if (!("ignored" in support || "refused" in support)) continue;
    let at = root;
    const walked: string[] = [];
    for (const segment of path.split(".")) {
      walked.push(segment);
      const next = at.under.get(segment) ?? { path: walked.join("."), under: new Map() };
      at.under.set(segment, next);
      at = next;
    }
  }
  return root;
}

const trees = new WeakMap<KeySupportTable, Branch>();

/** Warns of each key that is ignored, and refuses those that cannot be honoured. */
export function checkKeySupport(root: MappingNode, table: KeySupportTable, problems: Problems): void {
  const tree = trees.get(table) ?? treeOf(table);
  trees.set(table, tree);
  walk(root, tree, [], { table, problems });
}

interface Walk {
  readonly table: KeySupportTable;
  readonly problems: Problems;
}

function walk(node: Node, branch: Branch, path: readonly string[], given: Walk): void {
  const { table, problems } = given;
  if (node.kind === "scalar") return;
  if (node.kind === "sequence") {
    for (const item of node.items) walk(item, branch, path, given);
    return;
  }
  for (const entry of node.entries.values()) {
    const next = branch.under.get(entry.key) ?? branch.under.get("*");
    const support = next && own(table, next.path);
    if (!next || saysNothing(entry.value, support)) continue;
    const key = [...path, entry.key].join(".");
    if (support && "refused" in support) problems.report("refused-key", entry, { key, help: support.refused });
    else if (support && "ignored" in support)
      problems.report("ignored-key", entry, { key, why: whyIgnored(support, entry.value) });
    else walk(entry.value, next, [...path, entry.key], given);
  }
}

const whyIgnored = (
  { ignored, otherwise = [] }: Extract<KeySupport, { readonly ignored: string }>,
  node: Node,
): string => (node.kind === "scalar" && otherwise.find(([value]) => value.test(node.text))?.[1]) || ignored;

/** What is turned off is what a swarm does anyway; what is empty is absent. */
const saysNothing = (node: Node, support: KeySupport | undefined): boolean => {
  const { usual = false } = support && "ignored" in support ? support : {};
  return isNull(node) || isEmpty(node) || (node.kind === "scalar" && node.value === usual);
};
