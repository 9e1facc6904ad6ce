/**
 * Inside the compiler a token of cdktf's, which only code can give, stands between two characters that no file has:
 * halves of surrogate pairs, which UTF-8 does not encode and which the YAML reader takes out of escapes. Whatever else
 * looks like a token is a file's text, and stays one.
 */
const [OPEN, CLOSE] = ["\uDFFE", "\uDFFF"];
const marked = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]*)${CLOSE}`);

const stringToken = /\$\{TfToken\[[\w:.-]+\]\}/;
/** How cdktf finds numbers inside texts; what it takes for a token's is told by the number itself. */
const number = /-\d(?:\.\d+)?e\+\d+/;
const token = new RegExp(`${stringToken.source}|${number.source}`, "g");

/** A text of the caller's, its tokens marked. */
export const markTokens = (text: string): string =>
  text.replaceAll(token, (found) => (found.startsWith("$") || isTokenNumber(found) ? OPEN + found + CLOSE : found));

export const hasTokens = (text: string): boolean => marked.test(text);

/** The text as the caller gave it: what messages show. */
export const unmarked = (text: string): string => text.replaceAll(new RegExp(marked, "g"), "$1");

/** A text's parts, in order: tokens, which stand for values that Terraform knows later, and what is between. */
export const splitTokens = (text: string): { readonly text: string; readonly isToken: boolean }[] =>
  text
    .split(marked)
    .map((part, i) => ({ text: part, isToken: i % 2 === 1 }))
    .filter((part) => part.text !== "");

/** The highest 16 bits of a double in which cdktf keeps the number of a token. */
const TOKEN_BITS = 0xfdff;

/** Whether cdktf would take the number for one of its tokens. */
export function isTokenNumber(text: string): boolean {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Number.parseFloat(text));
  return view.getUint16(0) === TOKEN_BITS;
}
