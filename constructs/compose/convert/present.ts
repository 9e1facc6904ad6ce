/** The object without what is undefined, the way the engine's client leaves out what is not there. */
export function present<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/** The list, unless it is empty. */
export const some = <T>(items: readonly T[] | undefined): readonly T[] | undefined =>
  items?.length ? items : undefined;

/** The number, unless it is 0, which the engine takes for its default. */
export const nonZero = (value: number | undefined): number | undefined => value || undefined;

/** By code units, as the engine's client sorts. */
export const ascending =
  <T>(of: (item: T) => string) =>
  (a: T, b: T): number =>
    of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0;
