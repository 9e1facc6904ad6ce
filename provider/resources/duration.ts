import { own } from "../../foreign/own";

/** Units of Go's durations, in nanoseconds: https://pkg.go.dev/time#ParseDuration */
const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
};

// Micro has two characters that look alike.
const WHOLE = /^\+?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)/gy;

/** Nanoseconds of `1m30s`, `5s` or `0`; undefined for what is no duration. */
export function tryDuration(text: string): number | undefined {
  if (text === "0") return 0;
  if (!WHOLE.test(text)) return undefined;
  return [...text.replace("+", "").matchAll(PART)].reduce(
    (sum, [, amount, unit]) => sum + Math.round(Number(amount) * own(UNITS, unit!)!),
    0,
  );
}

/** Nanoseconds as Go writes them: `1m30s`, `2160h0m0s`, `500ms`. */
export function formatDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return "0s";
  const seconds = nanoseconds / 1e9;
  if (seconds < 1) return nanoseconds < 1e6 ? `${nanoseconds / 1e3}µs` : `${nanoseconds / 1e6}ms`;
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = `${Number((seconds % 60).toFixed(9))}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}

export const validateDuration = (text: string): string | undefined =>
  tryDuration(text) === undefined
    ? `"${text}" is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"`
    : undefined;

/** Whether two texts are spellings of one duration. */
export const sameDuration = (a: string, b: string): boolean => a === b || tryDuration(a) === tryDuration(b);
