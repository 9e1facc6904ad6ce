import { own } from "../foreign/own";

/** Units of Go's durations, in nanoseconds, largest first. Source: https://pkg.go.dev/time#ParseDuration */
const units: Readonly<Record<string, number>> = {
  h: 3600e9,
  m: 60e9,
  s: 1e9,
  ms: 1e6,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ns: 1,
};

/** Compose has two more. Source: https://github.com/xhit/go-str2duration */
const composeUnits: Readonly<Record<string, number>> = { w: 604_800e9, d: 86_400e9, ...units };

/** What Go keeps a duration in has 63 bits: 292 years. */
const LONGEST = 2 ** 63;

// Micro has two characters that look alike.
const PART = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/y;

/** Nanoseconds of a duration such as `1m30s`, as Go reads it; undefined for what is none, and for what is below zero. */
export const readDuration = (text: string): number | undefined =>
  text === "0" || text === "+0" ? 0 : sumOf(text, text.startsWith("+") ? 1 : 0, units);

/** The same of one in a Compose file: with days and weeks, without a sign. */
export const readComposeDuration = (text: string): number | undefined =>
  text === "0" ? 0 : sumOf(text, 0, composeUnits);

function sumOf(text: string, start: number, known: Readonly<Record<string, number>>): number | undefined {
  let total = 0;
  let at = start;
  while (at < text.length) {
    PART.lastIndex = at;
    const [all = "", amount = "", name = ""] = PART.exec(text) ?? [];
    const unit = own(known, name);
    if (unit === undefined) return undefined;
    total += nanoseconds(amount, unit);
    at += all.length;
  }
  return at === start || total > LONGEST ? undefined : total;
}

/** The whole part and the fraction apart, so that neither loses digits. */
function nanoseconds(amount: string, unit: number): number {
  const [whole, fraction = ""] = amount.split(".");
  return Number(whole || "0") * unit + Math.trunc(Number(`0.${fraction || "0"}`) * unit);
}

const written: readonly (readonly [string, number])[] = Object.entries(units).filter(([name]) => /^[a-z]+$/.test(name));

/** Nanoseconds as text, each unit that it has: `1m30s`, `1s500ms`. */
export function writeDuration(nanoseconds: number): string {
  let rest = BigInt(nanoseconds);
  let text = "";
  for (const [unit, size] of written) {
    const count = rest / BigInt(size);
    if (count > 0n) text += `${count}${unit}`;
    rest %= BigInt(size);
  }
  return text || "0s";
}

/** Whether two texts are spellings of one duration. */
export const sameDuration = (a: string, b: string): boolean => a === b || readDuration(a) === readDuration(b);
