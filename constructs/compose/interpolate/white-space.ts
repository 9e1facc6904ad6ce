/** White space and comments between the variables of an env file. White space is Unicode's, as Go knows it. */
export const blank = /(?:(?!\uFEFF)[\s\x85])+|#[^\n]*/y;

const isSpace = /^(?!\uFEFF)[\s\x85]$/;

/** Without the white space at its end; `String.trimEnd` knows other characters. */
export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

/** Without the white space before it. */
export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpace.test(text[start]!)) start++;
  return text.slice(start);
}
