import { setTimeout as delay } from "node:timers/promises";

const FIRST_MS = 50;
const LAST_MS = 500;
/** What is there is found late by a tenth of the time that it took to come, at most. */
const SHARE = 0.1;

export interface Polling {
  readonly seconds: number;
  readonly signal: AbortSignal;
  /**
   * Milliseconds after which there is something to find, where a look has told that: it looks no later.
   * @default - it never does
   */
  readonly foundIn?: () => number | undefined;
}

/**
 * Looks until there is something to find. The swarm reports no events of tasks (`docker events` knows services and
 * nodes alone), so their list is asked for again, ever less often.
 *
 * @returns undefined where the time is up
 */
export async function poll<T>(
  { seconds, signal, foundIn }: Polling,
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const begun = Date.now(); ; ) {
    const found = await look();
    if (found !== undefined) return found;
    const waited = Date.now() - begun;
    if (waited >= seconds * 1000) return undefined;
    const pause = Math.min(Math.max(waited * SHARE, FIRST_MS), LAST_MS);
    await delay(Math.min(pause, foundIn?.() ?? pause), undefined, { signal });
  }
}
