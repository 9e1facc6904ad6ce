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

/** A ratio as the community provider has it: decimal text from 0.0 to 1.0. */
export const ratio = (text: string): string | undefined =>
  /^\d*\.?\d+$/.test(text) && Number(text) <= 1
    ? undefined
    : `${JSON.stringify(text)} is no ratio; write a decimal number from "0.0" to "1.0"`;
