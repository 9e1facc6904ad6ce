import { tryDuration } from "../resources/duration";

/** `2006-01-02`, with a time, fractions of a second and a zone where they are known. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;
const SECONDS = /^\d+(?:\.\d{1,9})?$/;

/**
 * An instant as `docker logs --since` takes it: RFC 3339, seconds since 1970, or a duration before now; in the
 * engine's own terms, seconds since 1970. Undefined where it is none.
 */
export function tryInstant(text: string, now = Date.now()): string | undefined {
  if (SECONDS.test(text)) return text;
  const before = tryDuration(text);
  if (before !== undefined) return seconds(now - before / 1e6);
  const date = DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : seconds(date);
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** Complains about text that is no instant. */
export const validateInstant = (text: string): string | undefined =>
  text === "" || tryInstant(text) !== undefined
    ? undefined
    : `${JSON.stringify(text)} is no instant; write a time like "2026-01-31T12:00:00Z", seconds since 1970, or how long ago like "10m"`;
