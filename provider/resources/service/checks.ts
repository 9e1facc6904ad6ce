/** Complaints about values, as the schema's `validate` takes them. */
export const oneOf =
  (...allowed: readonly string[]) =>
  (value: string): string | undefined =>
    allowed.includes(value)
      ? undefined
      : `${JSON.stringify(value)} is not allowed; write one of ${allowed.map((each) => `\`${each}\``).join(", ")}`;

export const wholeFrom =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (value: number): string | undefined =>
    Number.isInteger(value) && value >= least && value <= most
      ? undefined
      : `${value} is out of range; write a whole number from ${least}${most === Number.MAX_SAFE_INTEGER ? " on" : ` to ${most}`}`;

/** Bits of permissions, whatever else a file's mode has: the engine's numbers have 32 bits, and nodes take what they know. */
export const fileMode = wholeFrom(0, 0xffffffff);

/** A ratio as the community provider has it: a number from 0.0 to 1.0, in any of Go's decimal spellings. */
export const ratio = (text: string): string | undefined =>
  /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) && Number(text) >= 0 && Number(text) <= 1
    ? undefined
    : `${JSON.stringify(text)} is no ratio; write a decimal number from "0.0" to "1.0"`;
