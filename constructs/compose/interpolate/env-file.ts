import { own } from "../../../foreign/own";
import type { Problems } from "../problems/problem";
import type { Origin, Source } from "../source/source";
import { type Lookup, tryInterpolate } from "./template";

/** Variables by name; null for one that is named without a value. */
export type EnvFile = ReadonlyMap<string, string | null>;

/** How values are read: as Compose does, or `raw`, letter for letter. */
export type EnvFormat = "compose" | "raw";

/**
 * An .env file: `NAME=value` lines, `export` before the name allowed; single quotes keep a value as it is, double
 * quotes resolve escapes; both may span lines. Unquoted and double-quoted values take variables, from `lookup` and
 * from the lines above.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvFile(
  source: Source,
  lookup: Lookup,
  problems: Problems,
  format: EnvFormat = "compose",
): EnvFile {
  return new EnvFileReader(source, lookup, problems, format).read();
}

const blank = /[^\S\n]*(?:#[^\n]*)?(?:\n|$)/y;
const head = /[^\S\n]*(?:export[^\S\n]+)?([\w.-]*)[^\S\n]*([=:]?)/y;
const space = /[^\S\n]*/y;
const rest = /[^\n]*\n?/y;
const quoted: Readonly<Record<string, RegExp>> = { "'": /'([^']*)'/y, '"': /"((?:[^"\\]|\\[\s\S])*)"/y };
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  f: "\f",
  b: "\b",
  v: "\v",
  a: "\x07",
  $: "$$",
};

class EnvFileReader {
  private readonly variables = new Map<string, string | null>();
  private at: number;

  constructor(
    private readonly source: Source,
    private readonly lookup: Lookup,
    private readonly problems: Problems,
    private readonly format: EnvFormat,
  ) {
    this.at = source.text.startsWith("\uFEFF") ? 1 : 0;
  }

  read(): EnvFile {
    while (this.at < this.source.text.length) {
      if (this.take(blank)) continue;
      const start = this.at;
      const why = this.line();
      if (why === undefined) continue;
      const origin = this.lineAt(start);
      this.problems.report("env-file-syntax", origin, { text: this.source.text.slice(origin.start, origin.end), why });
      this.at = start;
      this.take(rest);
    }
    return this.variables;
  }

  /** Takes one variable; what is wrong with it, if anything. */
  private line(): string | undefined {
    const start = this.at;
    const [, name, separator] = this.take(head)!;
    if (!/^[_a-zA-Z]/.test(name!)) return "no name of a variable";
    if (separator === "") {
      if (!this.take(blank)) return "no `=` behind the name";
      this.variables.set(name!, null);
      return undefined;
    }
    if (this.format === "raw") {
      this.variables.set(name!, this.take(rest)![0].replace(/\r?\n$/, ""));
      return undefined;
    }
    this.take(space);
    const quote = own(quoted, this.source.text[this.at] ?? "");
    if (!quote) return this.define(name!, unquoted(this.take(rest)![0]), start);
    const mark = this.source.text[this.at]!;
    const value = this.take(quote)?.[1];
    if (value === undefined) return `a ${mark} without its pair`;
    if (!this.take(blank)) return "text behind the closing quote";
    if (mark === '"') return this.define(name!, resolveEscapes(value), start);
    this.variables.set(name!, value);
    return undefined;
  }

  private define(name: string, value: string, start: number): string | undefined {
    const result = tryInterpolate(value, (other) => this.lookup(other) ?? this.variables.get(other) ?? undefined);
    if ("fault" in result) return result.fault.why;
    for (const { name } of result.unset) this.problems.report("variable-unset", this.lineAt(start), { name });
    for (const { name, message } of result.required) {
      this.problems.report("variable-required", this.lineAt(start), { name, message: message ?? "" });
    }
    this.variables.set(name, result.text);
    return undefined;
  }

  private take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private lineAt(offset: number): Origin {
    const { text } = this.source;
    let start = offset;
    while (/[^\S\n]/.test(text[start] ?? "")) start++;
    const end = text.indexOf("\n", start);
    return { source: this.source, start, end: Math.max(start + 1, end === -1 ? text.length : end) };
  }
}

/** Up to a comment, where there is one. */
const unquoted = (written: string): string => written.split(/(?:^|\s)#/, 1)[0]!.trim();

const resolveEscapes = (written: string): string =>
  written.replaceAll(/\\([\s\S])/g, (_, letter: string) => own(escapes, letter) ?? letter);
