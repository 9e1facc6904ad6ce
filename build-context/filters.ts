import { Patterns } from "./patterns";
import type { Filter } from "./walk";

/** Everything but what the patterns leave out. */
export function allBut(patterns: readonly string[]): Filter {
  if (patterns.length === 0) return everything;
  const excluded = new Patterns(patterns);
  return {
    includes: (path) => !excluded.excludes(path),
    reachesInto: (folder) => excluded.mayLetInBelow(folder),
  };
}

/** These paths and what is below them. */
export function only(paths: Iterable<string>): Filter {
  const wanted = new Set(paths);
  const above = new Set([...wanted].flatMap(foldersOf));
  return {
    includes: (path) => wanted.has(path) || foldersOf(path).some((folder) => wanted.has(folder)),
    reachesInto: (folder) => above.has(folder),
  };
}

/** The folders that a path lies in: `a` and `a/b` for `a/b/c`. */
const foldersOf = (path: string): string[] =>
  path
    .split("/")
    .slice(0, -1)
    .map((_, i, names) => names.slice(0, i + 1).join("/"));

/** What both want. */
export function both(a: Filter, b: Filter): Filter {
  return {
    includes: (path) => a.includes(path) && b.includes(path),
    reachesInto: (folder) =>
      (a.includes(folder) || a.reachesInto(folder)) && (b.includes(folder) || b.reachesInto(folder)),
  };
}

export const everything: Filter = { includes: () => true, reachesInto: () => true };
