import { hasFailed, type Shot } from "./open-loop";

export const head = ["", "pages failed", "votes failed", "median", "99 %", "slowest", "votes lost", "load"];

/** Of how many of a method how many failed: `3 of 875`. */
export function failuresOf(shots: readonly Shot[], method: Shot["method"]): string {
  const all = shots.filter((shot) => shot.method === method);
  return `${all.filter(hasFailed).length} of ${all.length}`;
}

/** Milliseconds within which a part of the answers that did not fail were there. */
export function within(shots: readonly Shot[], part: number): string {
  const sorted = shots
    .filter((shot) => !hasFailed(shot))
    .map(({ took }) => took)
    .sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN).toFixed(0);
}

/** `POST 503 with Retry-After: 12; GET ECONNREFUSED: 3; sent from 5.0 to 9.1 s`; undefined where none failed. */
export function reasons(shots: readonly Shot[]): string | undefined {
  const failed = shots.filter(hasFailed);
  if (failed.length === 0) return undefined;
  const counts = new Map<string, number>();
  for (const { method, status, retryAfter, error } of failed) {
    const why = `${method} ${status ? `${status}${retryAfter ? " with Retry-After" : ""}` : error}`;
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  const told = [...counts].map(([why, count]) => `${why}: ${count}`).join("; ");
  const seconds = failed.map(({ at }) => (at / 1000).toFixed(1));
  return `${told}; sent from ${seconds[0]} to ${seconds.at(-1)} s`;
}

/** Seconds until the first vote that was taken after `back`. @param back milliseconds from the start of the load */
export function firstVoteAfter(shots: readonly Shot[], back: number): string {
  const after = shots
    .filter((shot) => shot.voter && !hasFailed(shot))
    .map(({ at, took }) => at + took - back)
    .filter((each) => each > 0);
  return after.length
    ? `first vote taken ${(Math.min(...after) / 1000).toFixed(1)} s after its start`
    : "no vote taken";
}
