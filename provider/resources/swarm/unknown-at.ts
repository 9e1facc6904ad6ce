import { UNKNOWN, type Unknown } from "../../schema";

/** Values that an apply will find out. */
export const unknownAt = (names: readonly string[]): Record<string, Unknown> =>
  Object.fromEntries(names.map((name) => [name, UNKNOWN]));
