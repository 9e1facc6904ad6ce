import type { Problems } from "../problems/problem";
import type { Source } from "../source/source";
import { reportEnvLine } from "./env-line";
import type { Lookup } from "./template";
import { blank } from "./white-space";

const line = /([^=\n]*)(=?)([^\n]*)/y;

/**
 * Reads an env file letter for letter into `variables`, over what they have: no quotes, no variables, and a comment is
 * a line of its own. A name alone takes what `lookup` has, and is left out where that has nothing.
 */
export function readRawEnvFile(
  variables: Map<string, string>,
  source: Source,
  { lookup, problems }: { readonly lookup: Lookup; readonly problems: Problems },
): void {
  const { text } = source;
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) {
    const start = at;
    const found = sticky(blank, text, at) ?? sticky(line, text, at)!;
    at += found[0].length;
    const [, written, separator, rest] = found;
    if (written === undefined) continue;
    const name = separator === "" ? written.replace(/\r$/, "") : written;
    const value = separator === "" ? lookup(name) : rest!.replace(/\r$/, "");
    if (name === "") reportEnvLine(source, start, "no name of a variable", problems);
    else if (/[ \t]/.test(name)) reportEnvLine(source, start, "white space in the name", problems);
    else if (value !== undefined) variables.set(name, value);
  }
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
