import { own } from "../../../foreign/own";
import { nearest } from "../problems/suggest";
import { isEmpty, isNull, type Node, type ScalarNode, within } from "../source/node";
import type { Origin } from "../source/source";
import { anyText, asText, text } from "./scalars";
import { byKind, type Context, mapped, mismatch, type Shape } from "./shape";

type Fields = Readonly<Record<string, Shape<unknown>>>;
type FieldsOf<F extends Fields> = { readonly [K in keyof F]?: F[K] extends Shape<infer T> ? T : never };
type Filled<F extends Fields, R extends keyof F> = FieldsOf<F> & {
  readonly [K in R]-?: F[K] extends Shape<infer T> ? T : never;
};

/** A mapping with these keys, of which `required` must be there; keys that begin with `x-` are the user's own. */
export function fields<const F extends Fields, const R extends keyof F & string = never>(
  under: F,
  ...required: readonly R[]
): Shape<Filled<F, R>> {
  const shape: Shape<Filled<F, R>> = {
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
        const value = of.decode(entry.value, entry.key, context);
        if (value !== undefined) values.push([entry.key, value]);
        if (value !== undefined || !isEmpty(entry.value)) said.push([entry.key, entry.value]);
      }
      const result = Object.fromEntries(values);
      context.origins.set(result, "", keyOf(node));
      if (strange.length > 0) context.origins.misspell(result, strange, Object.keys(under));
      for (const [name, origin] of said) context.origins.set(result, name, origin);
      const missing = required.filter((name) => isAbsent(node.entries.get(name)?.value));
      for (const name of missing) context.problems.report("missing-key", keyOf(node), { key: name, within: key });
      return required.every((name) => Object.hasOwn(result, name)) ? (result as Filled<F, R>) : undefined;
    },
  };
  return shape;
}

const isAbsent = (node: Node | undefined): boolean => node === undefined || isNull(node);

/** A collection is shown by its first character: it may go on for pages. */
const keyOf = (node: Node): Origin => (node.kind === "scalar" ? node : { ...node, end: node.start + 1 });

function unknown(name: string, origin: Origin, within: string, known: readonly string[], { problems }: Context): void {
  if (!name.startsWith("x-"))
    problems.report("unknown-key", origin, { key: name, within, meant: () => nearest(name, known) });
}

const nameForm = /^[a-zA-Z0-9._-]+$/;

/** A mapping whose keys are names of the user's. A value that is null is `empty`, where there is one. */
export function dictionary<T>(
  of: Shape<T>,
  options: { readonly empty?: () => NoInfer<T>; readonly names?: RegExp } = {},
): Shape<Readonly<Record<string, T>>> {
  const names = options.names ?? nameForm;
  const shape: Shape<Readonly<Record<string, T>>> = {
    forms: "a mapping",
    under: { "*": of },
    decode(node, key, context) {
      if (node.kind !== "mapping") return mismatch(shape, node, key, context);
      const values: [string, T][] = [];
      const said: [string, Origin][] = [];
      for (const entry of node.entries.values()) {
        if (!names.test(entry.key)) {
          const forms = names === nameForm ? "letters, digits, `.`, `_` and `-`" : "lower-case letters";
          context.problems.report("bad-name", entry, { name: entry.key, forms });
          said.push([entry.key, entry]);
          continue;
        }
        const empty = isNull(entry.value) ? options.empty?.() : undefined;
        const value = empty ?? of.decode(entry.value, entry.key, context);
        if (value !== undefined) values.push([entry.key, value]);
        said.push([entry.key, entry]);
      }
      const result = Object.fromEntries(values);
      for (const [name, origin] of said) context.origins.set(result, name, origin);
      return result;
    },
  };
  return shape;
}

/** A list; what of it cannot be read is left out, and reported. */
export function list<T>(of: Shape<T>): Shape<readonly T[]> {
  const shape: Shape<readonly T[]> = {
    forms: `a list of ${of.forms.replace(/^an? /, "")}`,
    under: of.under,
    decode(node, key, context) {
      if (node.kind !== "sequence") return mismatch(shape, node, key, context);
      const result: T[] = [];
      for (const item of node.items) {
        const value = of.decode(item, key, context);
        if (value === undefined) continue;
        context.origins.set(result, result.length, item.kind === "scalar" ? item : keyOf(item));
        result.push(value);
      }
      return result;
    },
  };
  return shape;
}

/** A list whose items may each become several. */
export const flatList = <T>(of: Shape<readonly T[]>): Shape<readonly T[]> =>
  mapped(list(of), (items, _, __, { origins }) => {
    const result: T[] = [];
    items.forEach((group, i) => {
      for (const item of group) {
        origins.set(result, result.length, origins.of(items, i)!);
        result.push(item);
      }
    });
    return result;
  });

export const texts: Shape<readonly string[]> = list(text);

/** One text, or a list of them. */
export const oneOrTexts: Shape<readonly string[]> = byKind({ scalar: single(text), sequence: texts });

/** One value as a list of one. */
export function single<T>(of: Shape<T>): Shape<readonly T[]> {
  return mapped(of, (value, node, _, { origins }) => {
    const result = [value];
    origins.set(result, 0, node);
    return result;
  });
}

/** A list of names, or a mapping by name; a name of a list, and an empty value, stand for `empty`. */
export function named<T>(of: Shape<T>, empty: () => NoInfer<T>): Shape<Readonly<Record<string, T>>> {
  const fromList = mapped(texts, (names, _, __, { origins }) => {
    const result = Object.fromEntries(names.map((name) => [name, empty()]));
    names.forEach((name, i) => {
      origins.set(result, name, origins.of(names, i)!);
    });
    return result;
  });
  return byKind({ sequence: fromList, mapping: dictionary(of, { empty }) });
}

/** A list of `NAME=value`, or a mapping; null for a name without a value. */
export const pairs: Shape<Readonly<Record<string, string | null>>> = (() => {
  const shape: Shape<Readonly<Record<string, string | null>>> = {
    forms: "a mapping, or a list of `NAME=value`",
    under: { "*": anyText },
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
  under: { "*": anyText },
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
