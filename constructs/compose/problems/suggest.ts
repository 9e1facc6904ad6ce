/** The known name nearest to what was written, where it is near enough to be what was meant. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  const folded = fold(written);
  let best: string | undefined;
  let least = Math.floor(written.length / 3) + 1;
  for (const name of known) {
    const edits = distance(folded, fold(name), least);
    if (edits < least) {
      least = edits;
      best = name;
    }
  }
  return best;
}

/** `startPeriod`, `start-period` and `start_period` are one word to a reader. */
const fold = (name: string): string => name.toLowerCase().replaceAll(/[_.\s-]/g, "");

/** Insertions, deletions, replacements and swaps of neighbours from one to the other; `limit` when there are as many. */
function distance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) >= limit || from.length > 64) return from === to ? 0 : limit;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        edits = Math.min(edits, before[j - 2]! + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[to.length]!;
}
