/**
 * Text of others' as a terminal may be given it: what prints, tabs and line breaks. Colours are taken out; every other
 * character that steers a terminal (C0, C1, DEL, so all escape sequences) or turns the order of reading (bidirectional
 * marks) stands there by its number, `\x1b` or `\u202e`, so that nothing is lost and nothing is carried out.
 *
 * Node's `stripVTControlCharacters` and packages like it know sequences alone: a lone escape, a carriage return or a
 * bidirectional mark passes them, and what they take out is not seen.
 */
export const printable = (text: string): string => shown(text.replaceAll(coloured, withoutColour));

/** The same with its colours: for lines of a program that has its own. */
export function printableInColour(text: string): string {
  let from = 0;
  let result = "";
  for (const { 0: found, index } of text.matchAll(coloured)) {
    if (!isColour(found)) continue;
    result += shown(text.slice(from, index)) + found;
    from = index + found.length;
  }
  return result + shown(text.slice(from));
}

/** A control character before what may be a colour's parameters. */
const coloured = /\p{Cc}\[[\d;:]*m/gu;
const isColour = (found: string): boolean => found.startsWith("\x1b");
const withoutColour = (found: string): string => (isColour(found) ? "" : found);

const steering = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]/gu;
const kept: ReadonlySet<string> = new Set(["\t", "\n"]);

const shown = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replaceAll(steering, (character) => (kept.has(character) ? character : byNumber(character)));

function byNumber(character: string): string {
  const number = character.charCodeAt(0).toString(16);
  return number.length > 2 ? `\\u${number.padStart(4, "0")}` : `\\x${number.padStart(2, "0")}`;
}
