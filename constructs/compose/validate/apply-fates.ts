import { own } from "../../../foreign/own";
import type { Problems } from "../problems/problem";
import { isEmpty, isNull, type MappingNode, type Node } from "../source/node";
import type { Fate, Fates } from "./fate";

interface Branch {
  readonly path: string;
  readonly under: ReadonlyMap<string, Branch>;
}

interface Growing {
  path: string;
  readonly under: Map<string, Growing>;
}

/** Paths to walk along: only those that lead to something ignored or refused. */
function treeOf(fates: Fates): Branch {
  const root: Growing = { path: "", under: new Map() };
  for (const [path, fate] of Object.entries(fates)) {
    if (!("ignored" in fate || "refused" in fate)) continue;
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

const trees = new WeakMap<Fates, Branch>();

/** Warns of each key that is ignored, and refuses those that cannot be honoured. */
export function applyFates(root: MappingNode, fates: Fates, problems: Problems): void {
  const tree = trees.get(fates) ?? treeOf(fates);
  trees.set(fates, tree);
  walk(root, tree, [], { fates, problems });
}

interface Walk {
  readonly fates: Fates;
  readonly problems: Problems;
}

function walk(node: Node, branch: Branch, path: readonly string[], given: Walk): void {
  const { fates, problems } = given;
  if (node.kind === "scalar") return;
  if (node.kind === "sequence") {
    for (const item of node.items) walk(item, branch, path, given);
    return;
  }
  for (const entry of node.entries.values()) {
    const next = branch.under.get(entry.key) ?? branch.under.get("*");
    const fate = next && own(fates, next.path);
    if (!next || saysNothing(entry.value, fate)) continue;
    const key = [...path, entry.key].join(".");
    if (fate && "refused" in fate) problems.report("refused-key", entry, { key, help: fate.refused });
    else if (fate && "ignored" in fate)
      problems.report("ignored-key", entry, { key, why: whyIgnored(fate, entry.value) });
    else walk(entry.value, next, [...path, entry.key], given);
  }
}

const whyIgnored = ({ ignored, otherwise = [] }: Extract<Fate, { readonly ignored: string }>, node: Node): string =>
  (node.kind === "scalar" && otherwise.find(([value]) => value.test(node.text))?.[1]) || ignored;

/** What is turned off is what a swarm does anyway; what is empty is absent. */
const saysNothing = (node: Node, fate: Fate | undefined): boolean => {
  const { usual = false } = fate && "ignored" in fate ? fate : {};
  return isNull(node) || isEmpty(node) || (node.kind === "scalar" && node.value === usual);
};
