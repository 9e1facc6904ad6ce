import { own } from "../../../foreign/own";
export const NUMBER_FAULT = Symbol("not a number");

const integer = /^[-+]?(?:0|[1-9][0-9_]*|0[0-7_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const special: Readonly<Record<string, number>> = {
  ".inf": Number.POSITIVE_INFINITY,
  "+.inf": Number.POSITIVE_INFINITY,
  "-.inf": Number.NEGATIVE_INFINITY,
  ".nan": Number.NaN,
};

/** A number as Docker's YAML reader takes it: `0644` and `0o644` are octal, `0x1f` hexadecimal, `1_000` a thousand. */
export function readNumber(text: string): number | typeof NUMBER_FAULT {
  if (integer.test(text)) return Number(readInteger(text));
  if (float.test(text)) return Number(text);
  return own(special, text.toLowerCase()) ?? NUMBER_FAULT;
}

function readInteger(text: string): bigint {
  const [, sign, digits] = /^([-+]?)(.*)$/.exec(text.replaceAll("_", "")) as unknown as [string, string, string];
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return sign === "-" ? -value : value;
}

/** A number as text, the way Docker's client writes it where a label or variable is given one: `0644` is `420`. */
export function writeNumber(text: string): string {
  if (integer.test(text)) return readInteger(text).toString();
  const value = readNumber(text);
  return value === NUMBER_FAULT ? text : writeFloat(value);
}

/** Go's shortest form: an exponent of at least two digits below 1e-4 and from 1e21. */
function writeFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "+Inf" : "-Inf";
  const size = Math.abs(value);
  const text = size !== 0 && size < 1e-4 ? value.toExponential() : String(value);
  return text.replace(/e([-+])(\d)$/, "e$10$2");
}
