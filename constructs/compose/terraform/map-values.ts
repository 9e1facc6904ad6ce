/** The same keys with what is made of each value. */
export const mapValues = <A, B>(
  values: Readonly<Record<string, A>>,
  map: (value: A, key: string) => B,
): Record<string, B> => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]));
