/** The block, unless nothing is in it. */
export function filled<T extends object>(block: T): T | undefined {
  return Object.values(block).some((value) => value !== undefined) ? block : undefined;
}

/** A copy that may be written to, which is what the generated classes ask for. */
export const copy = <T>(items: readonly T[] | undefined): T[] | undefined => items && [...items];
