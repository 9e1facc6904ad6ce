import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Whether a document is taken, or why it is not. */
export type Verdict = true | string;

/** What is said of a document by `docker stack config` and by Compose's own library. */
export interface Verdicts {
  readonly config: Verdict;
  readonly compose: Verdict;
}

export const verdictsFile = join(__dirname, "fixtures/verdicts.json");

/** By name of document; `record.ts` writes it down. */
export const recordedVerdicts = (): Readonly<Record<string, Verdicts>> =>
  JSON.parse(readFileSync(verdictsFile, "utf8")).verdicts;
