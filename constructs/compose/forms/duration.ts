const units = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
} as const;

const part = /(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/y;

/** Nanoseconds of a duration such as `1m30s`; undefined for what is none. Days and weeks are Compose's own units. */
export function readDuration(text: string): number | undefined {
  if (text === "0") return 0;
  let total = 0;
  let at = 0;
  while (at < text.length) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (!found) return undefined;
    total += nanoseconds(found[1]!, units[found[2] as keyof typeof units]);
    at = part.lastIndex;
  }
  return at === 0 || total > Number(9_223_372_036_854_775_807n) ? undefined : total;
}

/** The whole part and the fraction apart, so that neither loses digits. */
function nanoseconds(amount: string, unit: number): number {
  const [whole, fraction = ""] = amount.split(".");
  return Number(whole || "0") * unit + Math.trunc(Number(`0.${fraction || "0"}`) * unit);
}

const written: readonly (readonly [string, number])[] = [
  ["h", units.h],
  ["m", units.m],
  ["s", units.s],
  ["ms", units.ms],
  ["us", units.us],
  ["ns", units.ns],
];

/** Nanoseconds as text in the largest units that fit: `1m30s`. */
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
