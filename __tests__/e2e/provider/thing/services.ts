import { resourceDefiner } from "../../../../provider/schema";

export interface Services {
  /** File that the events go to. */
  readonly events: string | undefined;
  /** Resolves once `count` callers wait here; one barrier for the whole process. */
  meet(count: number, signal: AbortSignal): Promise<void>;
}

export const defineResource = resourceDefiner<Services, Record<never, never>>({});

/** A place where callers wait for each other. */
export function createMeeting(): Services["meet"] {
  let waiting: (() => void)[] = [];
  return (count, signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      waiting.push(resolve);
      if (waiting.length < count) return;
      for (const release of waiting) release();
      waiting = [];
    });
}
