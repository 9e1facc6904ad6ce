import {
  EVENT_ID,
  type Event,
  getScalarValue,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from "js-yaml";
import type { Problems } from "../problems/problem";
import { nearest } from "../problems/suggest";
import { entryAt, mappingAt, type Node, type ScalarNode, scalarAt, sequenceAt } from "../source/node";
import type { Source } from "../source/source";
import { describe } from "./describe";
import { mergeKeys } from "./merge-keys";
import { MISMATCH, resolvePlain, resolveTagged } from "./scalar";
import { mergeTagOf, readTag, standardTags } from "./tags";

/** Values that aliases may stand for in all: at least this many, and in a large file ten for each value of its own. */
const ALIAS_ALLOWANCE = 1_000_000;
const ALIAS_RATIO = 10;

interface Frame {
  readonly event: MappingEvent | SequenceEvent | undefined;
  readonly children: Node[];
  readonly anchor: string | undefined;
}

/** Turns the parser's events into a tree, one document after the other, without recursion. */
export class TreeBuilder {
  private readonly anchors = new Map<string, { node: Node; size: number }>();
  private readonly open: Frame[] = [];
  private readonly sizes = new Map<Node, number>();
  private readonly roots: Node[] = [];
  private readonly limit: number;
  private expanded = 0;
  private exceeded = false;
  private last = 0;

  constructor(
    private readonly source: Source,
    private readonly problems: Problems,
    events: number,
  ) {
    this.limit = Math.max(ALIAS_ALLOWANCE, ALIAS_RATIO * events);
  }

  build(events: readonly Event[]): readonly Node[] {
    for (const event of events) this.take(event);
    return this.roots;
  }

  private take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
        this.anchors.clear();
        this.open.push({ event: undefined, children: [], anchor: undefined });
        return;
      case EVENT_ID.MAPPING:
      case EVENT_ID.SEQUENCE:
        this.last = event.start;
        this.open.push({ event, children: [], anchor: this.slice(event.anchorStart, event.anchorEnd) });
        return;
      case EVENT_ID.SCALAR:
        this.add(this.scalar(event), this.slice(event.anchorStart, event.anchorEnd));
        return;
      case EVENT_ID.ALIAS:
        this.add(this.alias(event.anchorStart, event.anchorEnd), undefined);
        return;
      case EVENT_ID.POP:
        this.close(this.open.pop()!);
    }
  }

  private close({ event, children, anchor }: Frame): void {
    if (!event) {
      this.roots.push(children[0] ?? scalarAt({ source: this.source, start: 0, end: 1 }, null));
      return;
    }
    const origin = { source: this.source, start: event.start, end: event.start + 1 };
    const tag = this.tag(event.tagStart, event.tagEnd);
    const node =
      event.type === EVENT_ID.SEQUENCE
        ? sequenceAt(origin, children, mergeTagOf(tag))
        : this.mapping(origin, children, mergeTagOf(tag));
    this.add(node, anchor, children);
  }

  private mapping(
    origin: { source: Source; start: number; end: number },
    children: readonly Node[],
    tag: ReturnType<typeof mergeTagOf>,
  ): Node {
    const entries = [];
    const merges: Node[] = [];
    const seen = new Map<string, number>();
    for (let i = 0; i + 1 < children.length; i += 2) {
      const key = children[i]!;
      const value = children[i + 1]!;
      if (key.kind !== "scalar" || key.value === null) {
        this.problems.report("key-not-scalar", { ...key, end: key.start + 1 }, { found: describe(key) });
        continue;
      }
      if (key.text === "<<") {
        merges.push(value);
        continue;
      }
      const first = seen.get(key.text);
      if (first !== undefined) {
        this.problems.report("duplicate-key", key, { key: key.text, line: this.source.position(first).line });
        continue;
      }
      seen.set(key.text, key.start);
      entries.push(entryAt(key, key.text, value));
    }
    return mappingAt(origin, merges.length === 0 ? entries : mergeKeys(entries, merges, this.problems), tag);
  }

  private add(node: Node, anchor: string | undefined, children: readonly Node[] = []): void {
    let size = 1;
    for (const child of children) size += this.sizes.get(child) ?? 1;
    if (size > 1) this.sizes.set(node, size);
    if (anchor !== undefined) this.anchors.set(anchor, { node, size });
    this.open.at(-1)!.children.push(node);
  }

  private scalar(event: ScalarEvent): ScalarNode {
    const text = wellFormed(getScalarValue(this.source.text, event));
    const start = event.valueStart === -1 ? this.last : this.skipIndent(event);
    const end = event.valueStart === -1 ? start + 1 : Math.max(event.valueEnd, start + 1);
    this.last = event.valueStart === -1 ? this.last : event.valueEnd;
    const tag = this.tag(event.tagStart, event.tagEnd);
    const tagged = mergeTagOf(tag);
    const origin = { source: this.source, start, end };
    const value = tagged || tag === undefined ? untagged(event, text) : resolveTagged(tag, text);
    if (value === MISMATCH) this.problems.report("tag-mismatch", origin, { tag: tag!, value: text });
    return {
      kind: "scalar",
      value: value === MISMATCH ? text : value,
      text,
      literal: this.source.text.startsWith(text, event.valueStart) && event.valueEnd - event.valueStart === text.length,
      ...origin,
      tag: tagged,
    };
  }

  private skipIndent(event: ScalarEvent): number {
    if (event.style !== SCALAR_STYLE.LITERAL_BLOCK && event.style !== SCALAR_STYLE.FOLDED_BLOCK)
      return event.valueStart;
    let at = event.valueStart;
    while (at < event.valueEnd && /\s/.test(this.source.text[at]!)) at++;
    return at;
  }

  private alias(start: number, end: number): Node {
    const name = this.source.text.slice(start, end);
    const origin = { source: this.source, start: start - 1, end };
    this.last = end;
    const known = this.anchors.get(name);
    if (known && this.expanded + known.size <= this.limit) {
      this.expanded += known.size;
      return known.node;
    }
    if (known && !this.exceeded) {
      this.exceeded = true;
      this.problems.report("alias-expansion", origin, { limit: this.limit });
    } else if (!known && this.open.some(({ anchor }) => anchor === name)) {
      this.problems.report("alias-cycle", origin, { name });
    } else if (!known) {
      const names = [...this.anchors.keys()];
      this.problems.report("unknown-anchor", origin, { name, known: names, meant: () => nearest(name, names) });
    }
    return scalarAt(origin, null);
  }

  private tag(start: number, end: number): string | undefined {
    const written = this.slice(start, end);
    if (written === undefined) return undefined;
    const tag = readTag(written);
    if (tag !== undefined) return tag;
    const origin = { source: this.source, start, end };
    this.problems.report("unknown-tag", origin, {
      tag: written,
      known: standardTags,
      meant: () => nearest(written, standardTags),
    });
    return undefined;
  }

  private slice(start: number, end: number): string | undefined {
    return start === -1 ? undefined : this.source.text.slice(start, end);
  }
}

/** An escape may name half a character, which no UTF-8 has. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, "\uFFFD");

const untagged = (event: ScalarEvent, text: string): ScalarNode["value"] =>
  event.style === SCALAR_STYLE.PLAIN ? resolvePlain(text) : text;
