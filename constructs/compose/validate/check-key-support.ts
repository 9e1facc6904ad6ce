import { below, supportOf } from "../keys/key";
import { project } from "../keys/project";
import type { Shape } from "../keys/shapes/shape";
import type { Becomes, Deployment, Does, Ignored, Refused } from "../keys/support";
import type { Problems } from "../problems/problem";
import { isEmpty, isNull, type MappingNode, type Node } from "../source/node";

type Support = Becomes | Does | Ignored | Refused;

/** Warns of each key that is ignored, and refuses those that cannot be honoured. */
export function checkKeySupport(root: MappingNode, deployment: Deployment, problems: Problems): void {
  const walk = (node: Node, shape: Shape<unknown, string>, path: readonly string[]): void => {
    if (node.kind === "scalar" || !shape.under) return;
    if (node.kind === "sequence") {
      for (const item of node.items) walk(item, shape, path);
      return;
    }
    for (const entry of node.entries.values()) {
      const record = below(shape, entry.key);
      const support = record && supportOf(record, deployment);
      if (!record || saysNothing(entry.value, support)) continue;
      const here = [...path, entry.key];
      const key = here.join(".");
      if (support && "refused" in support)
        problems.report("refused-key", entry, { key, target: deployment.target, remedy: support.refused });
      else if (support && "ignored" in support)
        problems.report("ignored-key", entry, { key, why: whyIgnored(support, entry.value) });
      else walk(entry.value, record.shape, here);
    }
  };
  walk(root, project, []);
}

const whyIgnored = ({ ignored, otherwise = [] }: Ignored, node: Node): string =>
  (node.kind === "scalar" && otherwise.find(([value]) => value.test(node.text))?.[1]) || ignored;

/** What is turned off is what a swarm does anyway; what is empty is absent. */
const saysNothing = (node: Node, support: Support | undefined): boolean => {
  const { usual = false } = support && "ignored" in support ? support : {};
  return isNull(node) || isEmpty(node) || (node.kind === "scalar" && node.value === usual);
};
