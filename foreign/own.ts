/**
 * What a record has under a name that somebody else chose. `record[name]` would find what every object inherits, too:
 * a service may be called `constructor`, a build argument `toString`.
 */
export function own<T>(record: Readonly<Record<string, T>> | null | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
