import type { Problems } from "../problems/problem";
import type { Entry, Node } from "../source/node";
import { describe } from "./describe";

/** Puts what `<<` names under the mapping's own keys; of several mappings, the first that has a key gives it. */
export function mergeKeys(own: readonly Entry[], merges: readonly Node[], problems: Problems): Entry[] {
  const merged = new Map<string, Entry>();
  for (const node of merges.flatMap((merge) => (merge.kind === "sequence" ? merge.items : [merge]))) {
    if (node.kind !== "mapping") {
      problems.report("bad-merge-key", { ...node, end: node.start + 1 }, { found: describe(node) });
      continue;
    }
    for (const [key, entry] of node.entries) if (!merged.has(key)) merged.set(key, entry);
  }
  for (const entry of own) merged.set(entry.key, entry);
  return [...merged.values()];
}
