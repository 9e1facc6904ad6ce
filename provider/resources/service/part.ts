import type { Answer } from "../../../engine";
import type { Fields } from "../../schema";
import type { Part } from "../part";

/** A part of a service's specification. */
export const part = <const F extends Fields, Spec>(
  definition: Part<F, Spec, Answer<Spec>>,
): Part<F, Spec, Answer<Spec>> => definition;

/** What a block that can be there once becomes: undefined where it is not. */
export const once = <T, U>([block]: readonly T[], convert: (block: T) => U): U | undefined =>
  block === undefined ? undefined : convert(block);

/** A list of no entries is how Terraform has what the engine leaves out. */
export const some = <T>(list: readonly T[] | undefined): T[] | undefined => (list?.length ? [...list] : undefined);

/** Sets have no order, the engine's lists have: one order for all, or the swarm takes another one for a change. */
export const sortedBy = <T>(list: readonly T[], key: (item: T) => string): T[] =>
  [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1));

export const sorted = (list: readonly string[] | undefined): string[] | undefined =>
  list && sortedBy(list, (item) => item);
