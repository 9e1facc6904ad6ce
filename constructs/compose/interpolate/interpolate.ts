import type { Problems } from "../problems/problem";
import {
  type Entry,
  entryAt,
  type MappingNode,
  mappingAt,
  type Node,
  type ScalarNode,
  sequenceAt,
} from "../source/node";
import { placesIn } from "./places";
import { type Lookup, tryInterpolate } from "./template";

/**
 * Puts variables into every value of a file; keys stay as they are, and so do the file's own top-level `x-` keys,
 * whose anchors are read where they are used.
 */
export function interpolate(root: MappingNode, lookup: Lookup, problems: Problems): MappingNode {
  const walker = new Walker(lookup, problems);
  const entries = [...root.entries.values()].map((entry) => (entry.key.startsWith("x-") ? entry : walker.entry(entry)));
  return mappingAt(root, entries, root.tag);
}

class Walker {
  /** What an anchor names is shared by its aliases, before and after. */
  private readonly done = new Map<Node, Node>();

  constructor(
    private readonly lookup: Lookup,
    private readonly problems: Problems,
  ) {}

  entry(entry: Entry): Entry {
    const value = this.node(entry.value);
    return value === entry.value ? entry : entryAt(entry, entry.key, value);
  }

  private node(node: Node): Node {
    if (node.kind === "scalar") return this.scalar(node);
    const known = this.done.get(node);
    if (known) return known;
    const result = node.kind === "sequence" ? this.sequence(node.items, node) : this.mapping(node);
    this.done.set(node, result);
    return result;
  }

  private sequence(items: readonly Node[], node: Node): Node {
    const walked = items.map((item) => this.node(item));
    return walked.every((item, i) => item === items[i]) ? node : sequenceAt(node, walked, node.tag);
  }

  private mapping(node: MappingNode): Node {
    const entries = [...node.entries.values()];
    const walked = entries.map((entry) => this.entry(entry));
    return walked.every((entry, i) => entry === entries[i]) ? node : mappingAt(node, walked, node.tag);
  }

  private scalar(node: ScalarNode): ScalarNode {
    if (typeof node.value !== "string" || !node.value.includes("$")) return node;
    const result = tryInterpolate(node.value, this.lookup);
    const place = placesIn(node);
    if ("fault" in result) {
      for (const { offset, length, why } of result.faults) {
        const text = lineAround(node.value, offset);
        this.problems.report("bad-interpolation", place(offset, length), { text, why });
      }
      this.problems.spoil(node);
      return node;
    }
    for (const { name, offset, length } of result.unset) {
      this.problems.report("variable-unset", place(offset, length), { name });
      this.problems.blank(name, place(offset, length));
    }
    for (const { name, offset, length, message } of result.required) {
      this.problems.report("variable-required", place(offset, length), { name, message: message ?? "" });
    }
    if (result.required.length > 0) this.problems.spoil(node);
    return { ...node, value: result.text, text: result.text, literal: false, interpolated: true };
  }
}

/** The line of a text that has the offset: a script may have many. */
function lineAround(text: string, offset: number): string {
  const end = text.indexOf("\n", offset);
  return text.slice(text.lastIndexOf("\n", offset) + 1, end === -1 ? text.length : end).trim();
}
