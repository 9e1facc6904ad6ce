/**
 * Has `look` run soon after it is asked for: one at a time, and once more for all that asked while it ran.
 *
 * @param look handles its own errors
 * @param gap milliseconds from one end to the next beginning: a burst of events is one change to whoever looks
 * @returns what asks for it
 */
export function coalesced(look: () => Promise<void>, gap: number, signal: AbortSignal): () => void {
  let isAsked = false;
  let isBusy = false;
  const run = async (): Promise<void> => {
    isBusy = true;
    while (isAsked && !signal.aborted) {
      isAsked = false;
      await look();
      await new Promise((resolve) => setTimeout(resolve, gap));
    }
    isBusy = false;
  };
  return () => {
    isAsked = true;
    if (!isBusy && !signal.aborted) void run();
  };
}
