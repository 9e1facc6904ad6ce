const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** Bytes as the docker CLI shows them: powers of 1000, three significant digits at most, `7.05MB`. */
export function humanSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${Number.parseFloat(value.toPrecision(3))}${UNITS[unit]}`;
}
