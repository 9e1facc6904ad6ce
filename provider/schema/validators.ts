import { MEBIBYTE } from "../../formats/byte-size";
import { readDuration, writeDuration } from "../../formats/duration";
import type { Validator } from "./attribute";

/** One of the texts. */
export const oneOf =
  (...allowed: readonly string[]): Validator<string> =>
  (text) =>
    allowed.includes(text)
      ? undefined
      : `${JSON.stringify(text)} is not allowed; write one of ${allowed.map((each) => `\`${each}\``).join(", ")}`;

/** A whole number from the least on, if any, up to the most where there is one; of a unit where it has one. */
export const whole =
  (from: number, { to, of }: { readonly to?: number; readonly of?: string } = {}): Validator<number> =>
  (value) =>
    Number.isSafeInteger(value) && value >= from && (to === undefined || value <= to)
      ? undefined
      : `${value} is out of range; write a whole number${of ? ` of ${of}` : ""}${bounds(from, to)}`;

/** A number of MiB that is one of bytes: 0.5 is 524288. */
export const mebibytes =
  (from: number): Validator<number> =>
  (value) =>
    Number.isSafeInteger(value * MEBIBYTE) && value >= from
      ? undefined
      : `${value} is out of range; write a number of MiB${bounds(from)} that is a whole number of bytes`;

const bounds = (from: number, to?: number) =>
  from === -Infinity ? "" : ` from ${from} ${to === undefined ? "on" : `to ${to}`}`;

/** A text that has a form: `"x" is no KIND; write EXAMPLE`. */
export const like =
  (form: RegExp | ((text: string) => boolean), kind: string, example: string): Validator<string> =>
  (text) =>
    (form instanceof RegExp ? form.test(text) : form(text))
      ? undefined
      : `${JSON.stringify(text)} is no ${kind}; write ${example}`;

/** A duration as Go reads it, no shorter than the shortest; with `orNone` also none at all. */
export const duration =
  ({ from = 0, orNone = false }: { readonly from?: number; readonly orNone?: boolean } = {}): Validator<string> =>
  (text) => {
    const length = readDuration(text);
    if (length === undefined)
      return `${JSON.stringify(text)} is no duration; write numbers with units (ns, us, ms, s, m, h), like "1m30s"`;
    const shortest = writeDuration(from);
    return length >= from || (orNone && length === 0)
      ? undefined
      : `${text} is shorter than ${shortest}; write \`${shortest}\` or more`;
  };

/** The empty text, which says nothing, or what the other takes. */
export const orEmpty =
  (validator: Validator<string>): Validator<string> =>
  (text) =>
    text === "" ? undefined : validator(text);

/** Each item; the first that is wrong is told. */
export const each =
  <T>(validator: Validator<T>): Validator<readonly T[]> =>
  (items) => {
    for (const item of items) {
      const complaint = validator(item);
      if (complaint !== undefined) return complaint;
    }
    return undefined;
  };
