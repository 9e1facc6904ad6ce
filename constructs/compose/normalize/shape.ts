import type { Problems } from "../problems/problem";
import { describe } from "../read/describe";
import { isEmpty, type Node, type ScalarNode } from "../source/node";
import type { Origins } from "../source/origins";

/** What reading a value takes along. */
export interface Context {
  readonly problems: Problems;
  /** Where each value of the result was said. */
  readonly origins: Origins;
}

/** What may stand in a place, and what it becomes: schema, message and type in one. */
export interface Shape<T> {
  /** The forms that it takes, as messages name them. */
  readonly forms: string;
  /** What stands under it, by key; `*` for keys of the user's. */
  readonly under?: Readonly<Record<string, Shape<unknown>>>;
  /** The long form of the value under `key`; undefined where it is none, which is then reported. */
  decode(node: Node, key: string, context: Context): T | undefined;
}

export type Decoded<S> = S extends Shape<infer T> ? T : never;

/** Reports that the value is of none of the forms. */
export function mismatch(shape: { readonly forms: string }, node: Node, key: string, { problems }: Context): undefined {
  const origin = node.kind === "scalar" ? node : { ...node, end: node.start + 1 };
  const quotable = node.kind === "scalar" && node.value !== null && /\btext\b/.test(shape.forms);
  problems.report("wrong-type", origin, { key, found: describe(node), forms: shape.forms, quotable });
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
export function mapped<A, B>(
  shape: Shape<A>,
  convert: (value: A, node: Node, key: string, context: Context) => B | undefined,
): Shape<B> {
  return {
    forms: shape.forms,
    under: shape.under,
    decode(node, key, context) {
      const value = shape.decode(node, key, context);
      return value === undefined ? undefined : convert(value, node, key, context);
    },
  };
}

/** The shape, of which an empty text is as good as nothing: `name: ${UNSET}` is no name. */
export const unlessEmpty = <T>(shape: Shape<T>): Shape<T> => ({
  forms: shape.forms,
  under: shape.under,
  decode: (node, key, context) => (isEmpty(node) ? undefined : shape.decode(node, key, context)),
});

/** One of several shapes, by the kind of YAML that is found. */
export function byKind<S = never, L = never, M = never>(kinds: {
  readonly scalar?: Shape<S>;
  readonly sequence?: Shape<L>;
  readonly mapping?: Shape<M>;
}): Shape<S | L | M> {
  const shapes = [kinds.scalar, kinds.sequence, kinds.mapping].filter((shape) => shape !== undefined);
  const shape: Shape<S | L | M> = {
    forms: shapes.map(({ forms }) => forms).join(", or "),
    under: Object.fromEntries(shapes.flatMap(({ under }) => Object.entries(under ?? {}))),
    decode(node, key, context) {
      const fitting: Shape<S | L | M> | undefined = kinds[node.kind];
      return fitting ? fitting.decode(node, key, context) : mismatch(shape, node, key, context);
    },
  };
  return shape;
}
