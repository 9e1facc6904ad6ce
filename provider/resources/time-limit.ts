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
