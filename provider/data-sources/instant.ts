import { readDuration } from "../../formats/duration";

/** `2006-01-02`, with as much of a time as there is, and a zone where it is not this machine's. */
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2}(?:\.\d+)?))?)?)?(Z|[+-]\d{2}:\d{2})?$/;
const SECONDS = /^\d+(?:\.\d{1,9})?$/;

/**
 * An instant as `docker logs --since` takes it: RFC 3339, seconds since 1970, or a duration before now (after it,
 * where a minus is before the duration); in the engine's own terms, seconds since 1970. Undefined where it is none.
 */
export function tryInstant(text: string, now = Date.now()): string | undefined {
  if (SECONDS.test(text)) return text;
  const isAhead = text.startsWith("-");
  const distance = readDuration(isAhead ? text.slice(1) : text);
  if (distance !== undefined) return seconds(now + (isAhead ? distance : -distance) / 1e6);
  const date = tryDate(text);
  return date === undefined ? undefined : seconds(date);
}

function tryDate(text: string): number | undefined {
  const [, day, hour = "00", minute = "00", second = "00", zone = ""] = DATE.exec(text) ?? [];
  const date = Date.parse(`${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date) ? undefined : date;
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** Complains about text that is no instant. */
export const validateInstant = (text: string): string | undefined =>
  text === "" || tryInstant(text) !== undefined
    ? undefined
    : `${JSON.stringify(text)} is no instant; write a time like "2026-01-31T12:00:00Z", seconds since 1970, or how long ago like "10m"`;
