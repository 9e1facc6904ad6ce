import { own } from "../../../../foreign/own";
import { nearest } from "../../problems/suggest";
import { isEmpty, isNull, type Node } from "../../source/node";
import type { Origin } from "../../source/source";
import type { Key } from "../key";
import type { Ignored, Refused, Support, Target } from "../support";
import { type AnyKey, type Context, type Decoded, keyOf, mismatch, type Shape } from "./shape";

type Keys = Readonly<Record<string, Key>>;
type AnyKeys = Readonly<Record<string, AnyKey | Shape<unknown, string>>>;

/** Targets on which a record speaks for all that stands under it, too. */
type Covers<K> = { [T in Target]: K extends Readonly<Record<T, Ignored | Refused>> ? T : never }[Target];

/** Records, of which what stands under them says what becomes of it on each target, unless they speak for it. */
type Complete<F> = { readonly [K in keyof F]: { readonly shape: Shape<unknown, `${Covers<F[K]>}: ${string}`> } };

/** What is not said, of which key on which target. */
type OpenOf<F> = {
  [K in keyof F & string]: {
    [T in Target]: F[K] extends Readonly<Record<T, Support>> ? never : `${T}: ${K}`;
  }[Target];
}[keyof F & string];

type Value<K> = K extends { readonly shape: infer S } ? Decoded<S> : Decoded<K>;
type Values<F, R extends keyof F> = { readonly [K in keyof F]?: Value<F[K]> } & {
  readonly [K in R]-?: Value<F[K]>;
};

/** Records of keys, each as complete as `fields` wants it. */
export const keys = <const F extends Keys>(under: F & Complete<F>): F => under;

/** A mapping with these keys, of which `required` must be there; keys that begin with `x-` are the user's own. */
export const fields = <const F extends Keys, const R extends keyof F & string = never>(
  under: F & Complete<F>,
  ...required: readonly R[]
): Shape<Values<F, R>> => mapping<F, R>(under, required);

/** As `fields`, where what holds the mapping says what becomes of all in it; a key may be its shape and no more. */
export const coveredFields = <const F extends AnyKeys, const R extends keyof F & string = never>(
  under: F,
  ...required: readonly R[]
): Shape<Values<F, R>, OpenOf<F>> =>
  mapping<F, R>(
    Object.fromEntries(Object.entries(under).map(([key, of]) => [key, "shape" in of ? of : { shape: of }])),
    required,
  );

function mapping<F extends AnyKeys, R extends keyof F & string>(
  under: Readonly<Record<string, AnyKey>>,
  required: readonly R[],
): Shape<Values<F, R>> {
  const shape: Shape<Values<F, R>> = {
    forms: "a mapping",
    under,
    decode(node, key, context) {
      if (node.kind !== "mapping") return mismatch(shape, node, key, context);
      const values: [string, unknown][] = [];
      const said: [string, Origin][] = [];
      const strange: string[] = [];
      for (const entry of node.entries.values()) {
        const of = own(under, entry.key);
        if (!of) {
          strange.push(entry.key);
          unknown(entry.key, entry, key, Object.keys(under), context);
          continue;
        }
        if (isNull(entry.value)) continue;
        const value = of.shape.decode(entry.value, entry.key, context);
        if (value !== undefined) values.push([entry.key, value]);
        if (value !== undefined || !isEmpty(entry.value)) said.push([entry.key, entry.value]);
      }
      const result = Object.fromEntries(values);
      context.origins.set(result, "", keyOf(node));
      if (strange.length > 0) context.origins.misspell(result, strange, Object.keys(under));
      for (const [name, origin] of said) context.origins.set(result, name, origin);
      const missing = required.filter((name) => isAbsent(node.entries.get(name)?.value));
      for (const name of missing) context.problems.report("missing-key", keyOf(node), { key: name, within: key });
      return required.every((name) => Object.hasOwn(result, name)) ? (result as Values<F, R>) : undefined;
    },
  };
  return shape;
}

const isAbsent = (node: Node | undefined): boolean => node === undefined || isNull(node);

function unknown(name: string, origin: Origin, within: string, known: readonly string[], { problems }: Context): void {
  if (!name.startsWith("x-"))
    problems.report("unknown-key", origin, { key: name, within, meant: () => nearest(name, known) });
}
