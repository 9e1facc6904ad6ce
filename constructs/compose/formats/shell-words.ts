/**
 * The words of a command, as Docker's client splits them: quotes and backslashes as in a shell, a word that begins
 * with `#` starts a comment; no variables, no globs, no operators.
 */
export function splitWords(text: string): readonly string[] | { readonly fault: string } {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (/\s/.test(letter)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (letter === "#" && word === undefined) {
      const end = text.indexOf("\n", at);
      if (end === -1) break;
      at = end;
    } else if (letter === "\\") {
      if (at + 1 >= text.length) return { fault: "a backslash at its end" };
      word = (word ?? "") + text[++at];
    } else if (letter === "'" || letter === '"') {
      const quoted = letter === "'" ? single(text, at + 1) : double(text, at + 1);
      if (!quoted) return { fault: `a ${letter} without its pair` };
      word = (word ?? "") + quoted.text;
      at = quoted.end;
    } else {
      word = (word ?? "") + letter;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

interface Quoted {
  readonly text: string;
  /** Offset of the closing quote. */
  readonly end: number;
}

function single(text: string, start: number): Quoted | undefined {
  const end = text.indexOf("'", start);
  return end === -1 ? undefined : { text: text.slice(start, end), end };
}

function double(text: string, start: number): Quoted | undefined {
  let result = "";
  for (let at = start; at < text.length; at++) {
    if (text[at] === '"') return { text: result, end: at };
    if (text[at] === "\\") at++;
    result += text[at] ?? "";
  }
  return undefined;
}
