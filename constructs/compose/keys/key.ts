import { own } from "../../../foreign/own";
import type { MergeRule } from "./merge-rule";
import type { AnyKey, Shape } from "./shapes/shape";
import type { Becomes, Deployment, Does, Ignored, Refused, SupportByTarget } from "./support";

/** All that there is to say of a Compose key. */
export interface Key<T = unknown> extends SupportByTarget {
  /** The forms that it may be written in, and the long one that they become. */
  readonly shape: Shape<T, string>;
  /**
   * How a later file's value meets an earlier one's.
   * @default - the shape's own; without one mappings by key, lists in a row, scalars replaced
   */
  readonly merge?: MergeRule;
}

/** The record of what is called `name` under a key; `*` stands for names of the user's. */
export const below = (shape: Shape<unknown, string> | undefined, name: string): AnyKey | undefined =>
  shape?.under && (own(shape.under, name) ?? own(shape.under, "*"));

export const mergeRuleOf = (key: AnyKey | undefined): MergeRule | undefined => key?.merge ?? key?.shape.merge;

/** What becomes of a key where it is deployed to; undefined where what holds it says so. */
export function supportOf(key: AnyKey, { target, builds }: Deployment): Becomes | Does | Ignored | Refused | undefined {
  const support = key[target];
  if (!support || !("whereBuilt" in support)) return support;
  return builds ? support.whereBuilt : support.elsewhere;
}
