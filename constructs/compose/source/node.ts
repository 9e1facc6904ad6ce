import type { Origin } from "./source";

/** `!reset` drops what earlier files said; `!override` takes its place instead of merging with it. */
export type MergeTag = "reset" | "override";

interface Tagged {
  readonly tag?: MergeTag;
}

export interface ScalarNode extends Origin, Tagged {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The scalar as written, escapes resolved. */
  readonly text: string;
  /** Whether the file has `text` letter for letter, so that an offset in it is an offset in the file. */
  readonly literal: boolean;
  /** Whether variables were put in: what looks like a number may then stand for one. */
  readonly interpolated?: true;
}

export interface SequenceNode extends Origin, Tagged {
  readonly kind: "sequence";
  readonly items: readonly Node[];
}

/** A key with its value; the origin is the key's. */
export interface Entry extends Origin {
  readonly key: string;
  readonly value: Node;
}

export interface MappingNode extends Origin, Tagged {
  readonly kind: "mapping";
  readonly entries: ReadonlyMap<string, Entry>;
}

/** YAML with positions. Aliases share nodes: the tree is a graph without cycles. */
export type Node = ScalarNode | SequenceNode | MappingNode;

export const isNull = (node: Node): boolean => node.kind === "scalar" && node.value === null;

export const isEmpty = (node: Node): boolean => node.kind === "scalar" && node.value === "";

/** The value under `key`, where the node is a mapping that has it. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === "mapping" ? node.entries.get(key)?.value : undefined;
}

/** A scalar made of a part of another, or standing for it: it keeps the place where it was said. */
export function scalarAt(origin: Origin, value: ScalarNode["value"]): ScalarNode {
  const { source, start, end } = origin;
  return { kind: "scalar", value, text: value === null ? "" : String(value), literal: false, source, start, end };
}

export function sequenceAt(origin: Origin, items: readonly Node[], tag?: MergeTag): SequenceNode {
  const { source, start, end } = origin;
  return { kind: "sequence", items, source, start, end, tag };
}

export function mappingAt(origin: Origin, entries: Iterable<Entry>, tag?: MergeTag): MappingNode {
  const { source, start, end } = origin;
  const byKey = new Map<string, Entry>();
  for (const entry of entries) byKey.set(entry.key, entry);
  return { kind: "mapping", entries: byKey, source, start, end, tag };
}

export function entryAt(origin: Origin, key: string, value: Node): Entry {
  const { source, start, end } = origin;
  return { key, value, source, start, end };
}

/** The part of a scalar that begins at `offset` of its text; the whole scalar where the file spells it otherwise. */
export function within(node: ScalarNode, offset: number, length: number): Origin {
  if (!node.literal) return node;
  const start = Math.min(node.start + offset, node.end);
  return { source: node.source, start, end: Math.min(start + Math.max(length, 1), Math.max(node.end, start + 1)) };
}

/** What the node says, without where: for comparing and for showing. */
export function plain(node: Node): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map(plain);
  return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.value)]));
}
