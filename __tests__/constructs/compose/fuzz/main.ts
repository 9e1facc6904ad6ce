/**
 * Checks the documents of a seed from one index to another, a line of JSON for each hundred, for `./lab test fuzz`.
 *
 *     node -r tsx/cjs __tests__/constructs/compose/fuzz/main.ts SEED FROM TO
 */
import { check } from "./faults";
import { readGrammar } from "./grammar";
import { makeProject } from "./project";

/** As `commands/test/fuzz.ts` reads it. */
interface Progress {
  /** Index of the next document. */
  next: number;
  taken: number;
  faults: { index: number; fault: string; text: string }[];
}

const BATCH = 100;
const [seed, from, to] = process.argv.slice(2).map(Number) as [number, number, number];
const grammar = readGrammar();
for (let next = from; next < to; ) {
  const progress: Progress = { next: Math.min(next + BATCH, to), taken: 0, faults: [] };
  for (; next < progress.next; next++) {
    const files = makeProject(grammar, seed, next);
    const { faults, taken } = check(files);
    if (taken) progress.taken++;
    for (const fault of faults) progress.faults.push({ index: next, fault, text: files["compose.yml"]! });
  }
  console.log(JSON.stringify(progress));
}
