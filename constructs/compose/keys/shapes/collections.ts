import { isNull } from "../../source/node";
import type { Origin } from "../../source/source";
import type { SupportByTarget } from "../support";
import { text } from "./scalars";
import { byKind, keyOf, mapped, mismatch, type Shape, withMergeRule } from "./shape";

const nameForm = /^[a-zA-Z0-9._-]+$/;

interface DictionaryOptions<T> extends Partial<SupportByTarget> {
  readonly empty?: () => T;
  readonly names?: RegExp;
}

/**
 * A mapping whose keys are names of the user's. A value that is null is `empty`, where there is one. What becomes of the
 * names may be said, too; otherwise that of what has them holds.
 */
export function dictionary<T, Open extends string = never>(
  of: Shape<T, Open>,
  { empty, names = nameForm, ...support }: DictionaryOptions<NoInfer<T>> = {},
): Shape<Readonly<Record<string, T>>, Open> {
  const shape: Shape<Readonly<Record<string, T>>, Open> = {
    forms: "a mapping",
    under: { "*": { shape: of, ...support } },
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
        const implied = isNull(entry.value) ? empty?.() : undefined;
        const value = implied ?? of.decode(entry.value, entry.key, context);
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
export function list<T, Open extends string = never>(of: Shape<T, Open>): Shape<readonly T[], Open> {
  const shape: Shape<readonly T[], Open> = {
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
export const flatList = <T, Open extends string = never>(of: Shape<readonly T[], Open>): Shape<readonly T[], Open> =>
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

/** A list of names, or a mapping by name; a name of a list, and an empty value, stand for what is `implied`. */
export function named<T extends object, Open extends string = never>(
  of: Shape<T, Open>,
  implied: NoInfer<T> & Readonly<Record<string, string | boolean>>,
  support?: Partial<SupportByTarget>,
): Shape<Readonly<Record<string, T>>, Open> {
  const empty = (): T => ({ ...implied });
  const fromList = mapped(texts, (names, _, __, { origins }) => {
    const result = Object.fromEntries(names.map((name) => [name, empty()]));
    names.forEach((name, i) => {
      origins.set(result, name, origins.of(names, i)!);
    });
    return result;
  });
  const value = Object.keys(implied).length > 0 ? implied : null;
  const mapping = dictionary(of, { empty, ...support });
  return withMergeRule({ kind: "names", value }, byKind({ sequence: fromList, mapping }));
}
