/**
 * What came last, with all that is as it was before taken from there: whoever has drawn that need not draw it again.
 * Members of lists are the same where their ids are.
 */
export function shared<T>(before: T | undefined, after: T): T {
  if (Array.isArray(after)) return (Array.isArray(before) ? sharedList(before, after) : after) as T;
  if (!isObject(after) || !isObject(before) || Array.isArray(before)) return after;
  const made = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, shared(before[name], value)]));
  return asBefore(before, made) as T;
}

function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.map((each, index) => [idOf(each, index), each]));
  const made = after.map((each, index) => shared(known.get(idOf(each, index)), each));
  return made.length === before.length && made.every((each, index) => each === before[index]) ? before : made;
}

function asBefore(before: Fields, made: Fields): Fields {
  const names = Object.keys(made);
  const isSame = names.length === Object.keys(before).length && names.every((name) => made[name] === before[name]);
  return isSame ? before : made;
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const idOf = (value: unknown, index: number): unknown => (isObject(value) && value["id"]) || index;
