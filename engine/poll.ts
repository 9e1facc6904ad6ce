import { setTimeout as delay } from "node:timers/promises";

const FIRST_MS = 50;
const LAST_MS = 500;
const GROWTH = 1.3;

/**
 * Looks until there is something to find. The swarm reports no events of tasks (`docker events` knows services and
 * nodes alone), so their list is asked for again, ever less often.
 *
 * @returns undefined where the time is up
 */
export async function poll<T>(
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const deadline = Date.now() + seconds * 1000;
  for (let pause = FIRST_MS; ; pause = Math.min(pause * GROWTH, LAST_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() >= deadline) return undefined;
    await delay(pause, undefined, { signal });
  }
}
