import { isNull, type Node, type ScalarNode, within } from "../../source/node";
import type { Origin } from "../../source/source";
import { anyText, asText, text } from "./scalars";
import { type Context, mapped, mismatch, type Shape } from "./shape";

/** A list of `NAME=value`, or a mapping; null for a name without a value. */
export const pairs: Shape<Readonly<Record<string, string | null>>> = (() => {
  const shape: Shape<Readonly<Record<string, string | null>>> = {
    forms: "a mapping, or a list of `NAME=value`",
    merge: { kind: "pairs" },
    under: { "*": { shape: anyText } },
    decode(node, key, context) {
      if (node.kind === "scalar") return mismatch(shape, node, key, context);
      const values = new Map<string, { readonly value: string | null; readonly origin: Origin }>();
      for (const [name, value, origin] of node.kind === "mapping"
        ? fromMapping(node, key, context)
        : fromList(node, key, context)) {
        if (name === "") context.problems.report("bad-pair", origin, { key, value: `=${value ?? ""}` });
        else values.set(name, { value, origin });
      }
      const result = Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
      for (const [name, { origin }] of values) context.origins.set(result, name, origin);
      return result;
    },
  };
  return shape;
})();

type Pair = readonly [name: string, value: string | null, origin: Origin];

function fromMapping(node: Node & { kind: "mapping" }, key: string, context: Context): Pair[] {
  return [...node.entries.values()].flatMap((entry): Pair[] => {
    if (isNull(entry.value)) return [[entry.key, null, entry]];
    const value = anyText.decode(entry.value, `${key}.${entry.key}`, context);
    return value === undefined ? [] : [[entry.key, value, entry]];
  });
}

function fromList(node: Node & { kind: "sequence" }, key: string, context: Context): Pair[] {
  return node.items.flatMap((item): Pair[] => {
    if (reportColon(item, key, context)) return [];
    const written = text.decode(item, key, context);
    if (written === undefined) return [];
    const cut = written.indexOf("=");
    if (cut === -1) return [[written, null, item]];
    return [[written.slice(0, cut), written.slice(cut + 1), within(item as ScalarNode, 0, cut)]];
  });
}

/** `- A: 1` is a mapping in a list to YAML, where `- A=1` was meant. */
function reportColon(item: Node, key: string, { problems }: Context): boolean {
  if (item.kind !== "mapping" || item.entries.size !== 1) return false;
  const [entry] = item.entries.values();
  if (entry!.value.kind !== "scalar") return false;
  problems.report("pair-with-colon", entry, { key, name: entry!.key, value: entry!.value.text });
  return true;
}

/** Labels and the like, where a name without a value has an empty one. */
export const labels: Shape<Readonly<Record<string, string>>> = mapped(pairs, (values, _, __, { origins }) => {
  const result = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? ""]));
  for (const name of Object.keys(values)) origins.set(result, name, origins.of(values, name)!);
  return result;
});

/** A driver's options: a mapping of texts and numbers. */
export const options: Shape<Readonly<Record<string, string>>> = {
  forms: "a mapping",
  under: { "*": { shape: anyText } },
  decode(node, key, context) {
    if (node.kind !== "mapping") return mismatch(this, node, key, context);
    const entries = [...node.entries.values()];
    const result = Object.fromEntries(
      entries.flatMap(({ key: name, value }): [string, string][] => {
        if (value.kind === "scalar") return [[name, asText(value, context)]];
        mismatch(anyText, value, `${key}.${name}`, context);
        return [];
      }),
    );
    for (const entry of entries) context.origins.set(result, entry.key, entry);
    return result;
  },
};
