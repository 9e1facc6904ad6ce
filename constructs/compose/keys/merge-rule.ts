import type { Node } from "../source/node";

/** What makes two items of a list the same thing; undefined for one that is like no other. */
export type Identity = (item: Node) => string | undefined;

/**
 * How a later file's value meets an earlier one's. Without a rule: mappings by key, lists in a row, scalars replaced.
 * @see https://docs.docker.com/reference/compose-file/merge/
 */
export type MergeRule =
  /** Whatever the later file has, nothing included: `command:` without a value is the image's own again. */
  | { readonly kind: "replace" }
  /** `NAME=value` lists and mappings are one mapping. */
  | { readonly kind: "pairs" }
  /** Lists of names and mappings by name are one mapping; a name of a list stands for `value`. */
  | { readonly kind: "names"; readonly value: Readonly<Record<string, string | boolean>> | null }
  /** A list, or a single value for one, in which the later of two that are the same thing stays, or both are `joined`. */
  | { readonly kind: "unique"; readonly identity: Identity; readonly joined?: true }
  /** `HOST=ADDRESS` lists and mappings are one list. */
  | { readonly kind: "hosts" }
  /** A text stands for a mapping with this key. */
  | { readonly kind: "shorthand"; readonly key: string }
  /** Options belong to a driver: another driver begins without those of the first. */
  | { readonly kind: "driver" };

export const unique = (identity: Identity): MergeRule => ({ kind: "unique", identity });

/** Two mappings of a list that are the same thing are one, with the keys of both. */
export const joined = (identity: Identity): MergeRule => ({ kind: "unique", identity, joined: true });
