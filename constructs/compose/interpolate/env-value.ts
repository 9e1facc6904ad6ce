import { own } from "../../../foreign/own";
import { trimEnd } from "./white-space";

/** A value without quotes, up to a comment: only a space and `#` begin one. */
export function unquoted(written: string): string {
  const comment = written.indexOf(" #");
  return trimEnd(comment === -1 ? written : written.slice(0, comment));
}

const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  '"': '"',
  "\\": "\\",
  // The template's own word for a dollar that begins no variable.
  $: "$$",
};

/** A value in double quotes with its escapes resolved; a backslash before anything else stays. */
export const resolveEscapes = (value: string): string =>
  value.replaceAll(/\\(?:0(\d{0,3})|([\s\S]))/g, (pair, digits: string | undefined, letter: string) =>
    digits === undefined ? (own(escapes, letter) ?? pair) : octal(digits),
  );

/** `\0101` is the character of that octal number; Compose drops the 0 of any that is none. */
const octal = (digits: string): string =>
  /^[0-3][0-7]{2}$/.test(digits) ? String.fromCodePoint(Number.parseInt(digits, 8)) : `\\${digits}`;
