import { quote } from "../problems/text";
import type { Node } from "../source/node";

/** What was found in a place, for messages. */
export function describe(node: Node): string {
  if (node.kind === "mapping") return "a mapping";
  if (node.kind === "sequence") return "a list";
  if (node.value === null) return "nothing";
  if (typeof node.value === "string") return `the text ${quote(node.text)}`;
  return `the ${typeof node.value} ${quote(node.text)}`;
}
