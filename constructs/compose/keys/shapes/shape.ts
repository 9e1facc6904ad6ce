import type { Problems } from "../../problems/problem";
import { describe } from "../../read/describe";
import { isEmpty, type Node, type ScalarNode } from "../../source/node";
import type { Origins } from "../../source/origins";
import type { Origin } from "../../source/source";
import type { MergeRule } from "../merge-rule";
import type { SupportByTarget, Target } from "../support";

/** What reading a value takes along. */
export interface Context {
  /** What the file is read for: some values mean another thing there, or nothing. */
  readonly target: Target;
  readonly problems: Problems;
  /** Where each value of the result was said. */
  readonly origins: Origins;
}

/**
 * What may stand in a place, and what it becomes: schema, message and type in one. `Open` is a type alone: the keys under
 * it that do not say themselves what becomes of them, as `TARGET: KEY`. What holds them does.
 */
export interface Shape<T, Open extends string = never> {
  /** The forms that it takes, as messages name them. */
  readonly forms: string;
  /** How two of its forms meet, where one file has the one and a later file the other. */
  readonly merge?: MergeRule;
  /** What stands under it, by key; `*` for keys of the user's. */
  readonly under?: Readonly<Record<string, AnyKey>>;
  readonly open?: Open;
  /** The long form of the value under `key`; undefined where it is none, which is then reported. */
  decode(node: Node, key: string, context: Context): T | undefined;
}

/** A key as the walks over records meet it: what holds it may have said what becomes of it. */
export interface AnyKey extends Partial<SupportByTarget> {
  readonly shape: Shape<unknown, string>;
  readonly merge?: MergeRule;
}

export type Decoded<S> = S extends Shape<infer T, string> ? T : never;

/** A collection is shown by its first character: it may go on for pages. */
export const keyOf = (node: Node): Origin => (node.kind === "scalar" ? node : { ...node, end: node.start + 1 });

/** Reports that the value is of none of the forms. */
export function mismatch(shape: { readonly forms: string }, node: Node, key: string, { problems }: Context): undefined {
  const isValue = node.kind === "scalar" && node.value !== null;
  const quotable = isValue && /(?<!\bof )\btext\b/.test(shape.forms);
  const listable = isValue && /\blist of text\b/.test(shape.forms);
  problems.report("wrong-type", keyOf(node), { key, found: describe(node), forms: shape.forms, quotable, listable });
  return undefined;
}

/** A shape of scalars: `read` gives undefined for what is none. */
export function scalar<T>(
  forms: string,
  read: (node: ScalarNode, key: string, context: Context) => T | undefined,
): Shape<T> {
  const shape: Shape<T> = {
    forms,
    decode(node, key, context) {
      const value = node.kind === "scalar" && node.value !== null ? read(node, key, context) : undefined;
      return value === undefined ? mismatch(shape, node, key, context) : value;
    },
  };
  return shape;
}

/** What a value becomes, told from what it is; `convert` reports what it cannot use. */
export const mapped = <A, B, Open extends string = never>(
  shape: Shape<A, Open>,
  convert: (value: A, node: Node, key: string, context: Context) => B | undefined,
): Shape<B, Open> => ({
  forms: shape.forms,
  merge: shape.merge,
  under: shape.under,
  decode(node, key, context) {
    const value = shape.decode(node, key, context);
    return value === undefined ? undefined : convert(value, node, key, context);
  },
});

/** The shape, of which an empty text is as good as nothing: `name: ${UNSET}` is no name. */
export const unlessEmpty = <T, Open extends string = never>(shape: Shape<T, Open>): Shape<T, Open> => ({
  ...shape,
  decode: (node, key, context) => (isEmpty(node) ? undefined : shape.decode(node, key, context)),
});

/** The shape, two forms of which meet by a rule. */
export const withMergeRule = <T, Open extends string = never>(
  merge: MergeRule,
  shape: Shape<T, Open>,
): Shape<T, Open> => ({
  ...shape,
  merge,
});

/** One of several shapes, by the kind of YAML that is found. */
export function byKind<S = never, L = never, M = never, Open extends string = never>(kinds: {
  readonly scalar?: Shape<S, Open>;
  readonly sequence?: Shape<L, Open>;
  readonly mapping?: Shape<M, Open>;
}): Shape<S | L | M, Open> {
  const shapes = [kinds.scalar, kinds.sequence, kinds.mapping].filter((shape) => shape !== undefined);
  const shape: Shape<S | L | M, Open> = {
    forms: shapes.map(({ forms }) => forms).join(", or "),
    under: Object.fromEntries(shapes.flatMap(({ under }) => Object.entries(under ?? {}))),
    decode(node, key, context) {
      const fitting: Shape<S | L | M, Open> | undefined = kinds[node.kind];
      return fitting ? fitting.decode(node, key, context) : mismatch(shape, node, key, context);
    },
  };
  return shape;
}
