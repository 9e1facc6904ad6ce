import { readByteSize } from "../../../../formats/byte-size";
import { readComposeDuration } from "../../../../formats/duration";
import { NUMBER_FAULT, readNumber, writeNumber } from "../../formats/number";
import { nearest } from "../../problems/suggest";
import type { ScalarNode } from "../../source/node";
import { type Context, mismatch, type Shape, scalar } from "./shape";

export const text: Shape<string> = scalar("a text", (node) =>
  typeof node.value === "string" ? node.value : undefined,
);

/** A scalar as text, numbers and booleans written as Docker's client writes them. */
export const anyText: Shape<string> = scalar("a text, a number or a boolean", (node, _, context) =>
  asText(node, context),
);

export function asText(node: ScalarNode, { problems }: Context): string {
  if (typeof node.value !== "number") return String(node.value ?? "");
  const read = writeNumber(node.text);
  if (read !== node.text) problems.report("number-rewritten", node, { value: node.text, read });
  return read;
}

function numeric(node: ScalarNode): number | undefined {
  if (typeof node.value === "number") return node.value;
  if (typeof node.value !== "string") return undefined;
  const value = readNumber(node.value.trim());
  return value === NUMBER_FAULT ? undefined : value;
}

function inRange(value: number, min: number, max: number, node: ScalarNode, key: string, context: Context): number {
  if (value < min || value > max) context.problems.report("out-of-range", node, { key, value: node.text, min, max });
  return Math.min(Math.max(value, min), max);
}

/** A whole number, or text that is one. */
export const integer = (min = 0, max = Number.MAX_SAFE_INTEGER): Shape<number> =>
  scalar("a whole number", (node, key, context) => {
    const value = numeric(node);
    return Number.isInteger(value) ? inRange(value!, min, max, node, key, context) : undefined;
  });

/** A number, or text that is one. */
export const number = (min = 0, max = Number.MAX_SAFE_INTEGER): Shape<number> =>
  scalar("a number", (node, key, context) => {
    const value = numeric(node);
    return Number.isFinite(value) ? inRange(value!, min, max, node, key, context) : undefined;
  });

const flags: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "on", "y", "t", "1"].map((word) => [word, true] as const),
  ...["false", "no", "off", "n", "f", "0"].map((word) => [word, false] as const),
]);

export const flag: Shape<boolean> = scalar("true or false", (node) => {
  if (typeof node.value === "boolean") return node.value;
  return typeof node.value === "string" ? flags.get(node.value.toLowerCase()) : undefined;
});

/** Nanoseconds. */
export const duration: Shape<number> = scalar("a duration such as `1m30s`", (node, key, { problems }) => {
  if (typeof node.value === "boolean") return undefined;
  const value = readComposeDuration(node.text.trim());
  if (value === undefined) problems.report("bad-duration", node, { key, value: node.text });
  return value ?? 0;
});

/** Bytes. */
export const size: Shape<number> = scalar("a size such as `512m`", (node, key, { problems }) => {
  if (typeof node.value === "boolean") return undefined;
  const value = typeof node.value === "number" ? sizeOf(node.value) : readByteSize(node.text);
  if (value === undefined) problems.report("bad-size", node, { key, value: node.text });
  return value ?? 0;
});

const sizeOf = (value: number): number | undefined => (Number.isSafeInteger(value) && value >= 0 ? value : undefined);

/** One of a few words. */
export const choice = <const W extends string>(...words: readonly W[]): Shape<W> => {
  const shape: Shape<W> = {
    forms: words.join(", "),
    decode(node, key, context) {
      if (node.kind !== "scalar" || node.value === null) return mismatch(shape, node, key, context);
      const found = words.find((word) => word === node.value);
      if (found !== undefined) return found;
      const meant = () => nearest(node.text, words);
      context.problems.report("not-allowed", node, { key, value: node.text, allowed: words, meant });
      return undefined;
    },
  };
  return shape;
};

/** One of a few words, in whatever case. */
export const looseChoice = <const W extends string>(...words: readonly W[]): Shape<W> => {
  const exact = choice(...words);
  return {
    forms: exact.forms,
    decode: (node, key, context) =>
      exact.decode(
        node.kind === "scalar" && typeof node.value === "string" ? { ...node, value: node.value.toLowerCase() } : node,
        key,
        context,
      ),
  };
};
