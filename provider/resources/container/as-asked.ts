/** The configuration or state that is answered; undefined on import, when everything is told. */
type Asked<Name extends string, T> = { readonly [N in Name]?: T } | undefined;
type Strings = readonly string[];
type Entries = Readonly<Record<string, string>>;

/**
 * Of the blocks that were asked for, those that are there, word for word as they were asked; on import all that are there.
 *
 * @param key what all spellings of one block have in common
 */
export function blocksAsAsked<T>(found: readonly T[], asked: readonly T[] | undefined, key: (block: T) => string): T[] {
  if (asked === undefined) return [...found];
  const there = new Set(found.map(key));
  return asked.filter((block) => there.has(key(block)));
}

/** The same for a set of strings; where none were asked, those that the engine or the image added are not told. */
export function setAsAsked<Name extends string>(
  found: Strings | null | undefined,
  asked: Asked<Name, Strings>,
  name: Name,
  key: (item: string) => string = (item) => item,
): string[] | undefined {
  if (asked === undefined) return found?.length ? [...found] : undefined;
  const wanted = asked[name];
  return wanted && blocksAsAsked(found ?? [], wanted, key);
}

/** The entries that were asked for, as they are now; on import all of them. */
export function mapAsAsked<Name extends string>(
  found: Entries | null | undefined,
  asked: Asked<Name, Entries>,
  name: Name,
): Record<string, string> | undefined {
  const there = Object.entries(found ?? {});
  if (asked === undefined) return there.length > 0 ? Object.fromEntries(there) : undefined;
  const wanted = asked[name];
  return wanted && Object.fromEntries(there.filter(([entry]) => Object.hasOwn(wanted, entry)));
}

/** A list that the engine or the image gives where none was asked; an empty one asks for that too. */
export function listAsAsked<Name extends string>(
  found: Strings | null | undefined,
  asked: Asked<Name, Strings>,
  name: Name,
): string[] {
  const wanted = asked?.[name];
  return wanted?.length === 0 ? [] : [...(found ?? [])];
}
