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
  const wanted = [...paths];
  return {
    includes: (path) => wanted.some((one) => path === one || path.startsWith(`${one}/`)),
    reachesInto: (folder) => wanted.some((one) => one.startsWith(`${folder}/`)),
  };
}

/** What both want. */
export function both(a: Filter, b: Filter): Filter {
  return {
    includes: (path) => a.includes(path) && b.includes(path),
    reachesInto: (folder) =>
      (a.includes(folder) || a.reachesInto(folder)) && (b.includes(folder) || b.reachesInto(folder)),
  };
}

export const everything: Filter = { includes: () => true, reachesInto: () => true };
