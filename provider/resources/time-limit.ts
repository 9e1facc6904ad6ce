/** Milliseconds that Node.js can wait: 24 days. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The signal, or the end of the time that something may take. Not by AbortSignal.timeout: Node.js drops one that nothing
 * but another signal holds, and the limit is never reached (https://github.com/nodejs/node/issues/54614).
 */
export function withTimeLimit(signal: AbortSignal, milliseconds: number): AbortSignal {
  const limit = new AbortController();
  const end = () => limit.abort(new DOMException("it took too long", "TimeoutError"));
  setTimeout(end, Math.min(milliseconds, LONGEST_TIMER)).unref();
  return AbortSignal.any([signal, limit.signal]);
}

/** An engine that answers at all makes a container, a network or a volume within this. */
const GRACE_MS = 5000;

/**
 * The signal, some seconds later. For a call that makes something: the engine goes on with it all the same, and what it
 * made is better known than left to the journal; but an engine that has stopped answering is not waited for.
 */
export function withGrace(signal: AbortSignal, milliseconds = GRACE_MS): AbortSignal {
  const late = new AbortController();
  const begin = () => setTimeout(() => late.abort(signal.reason), milliseconds).unref();
  if (signal.aborted) begin();
  else signal.addEventListener("abort", begin, { once: true });
  return late.signal;
}
