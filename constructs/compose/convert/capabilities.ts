const ALL = "ALL";

const full = (name: string): string => {
  const upper = name.trim().toUpperCase();
  return upper === ALL || upper.startsWith("CAP_") ? upper : `CAP_${upper}`;
};

const distinct = (names: readonly string[]): string[] => {
  const all = new Set(names.map(full));
  return all.has(ALL) ? [ALL] : [...all].sort();
};

/** Capabilities by their full names, sorted; ALL stands for every other, and what is both added and dropped is added. */
export function capabilities(add: readonly string[] = [], drop: readonly string[] = []) {
  const added = distinct(add);
  return { add: added, drop: distinct(drop).filter((name) => !added.includes(name)) };
}
