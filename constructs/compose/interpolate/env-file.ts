import { own } from "../../../foreign/own";
import type { Problems } from "../problems/problem";
import type { Source } from "../source/source";
import { envLine, reportEnvLine } from "./env-line";
import { resolveEscapes, unquoted } from "./env-value";
import { readRawEnvFile } from "./raw-env-file";
import { type Lookup, tryInterpolate } from "./template";
import { blank, trimEnd } from "./white-space";

export interface EnvFileOptions {
  /** What a name without a value takes, and what variables in values take first. */
  readonly lookup: Lookup;
  readonly problems: Problems;
  /** How values are read: as Compose does, or letter for letter, as `docker run --env-file` does. @default as Compose does */
  readonly format?: "raw" | undefined;
}

/**
 * Reads an .env file into `variables`, over what they have.
 *
 * A variable is `NAME=value` or `NAME: value`, with or without `export` before it. A value ends at ` #` or with its
 * line. In quotes it may span lines, and a backslash keeps a quote in it; double quotes resolve escapes. Behind the
 * closing quote the next variable may begin. Unless it is in single quotes, a value takes variables: from `lookup`, then
 * from `variables`. A name alone takes what `lookup` has, and is left out where that has nothing.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvFile(variables: Map<string, string>, source: Source, options: EnvFileOptions): void {
  if (options.format === "raw") readRawEnvFile(variables, source, options);
  else new EnvFileReader(variables, source, options).read();
}

const space = /[\t\v\f\r \x85\xA0]*/y;
const exported = /export(?=[\t\n\f\r ])[\t\v\f\r \x85\xA0]*/y;
const head = /([^=:\n]*)([=:]?)/y;
/** What no name may have: of white space the space alone, as Compose has it. */
const foreign = /[^\p{L}\p{N}_.\-[\]\t\v\f\r\x85\xA0]/u;
const rest = /[^\n]*/y;
const quoted: Readonly<Record<string, RegExp>> = {
  "'": /'((?:[^'\\]|\\[\s\S])*)'/y,
  '"': /"((?:[^"\\]|\\[\s\S])*)"/y,
};

class EnvFileReader {
  private at: number;

  constructor(
    private readonly variables: Map<string, string>,
    private readonly source: Source,
    private readonly options: EnvFileOptions,
  ) {
    this.at = source.text.startsWith("\uFEFF") ? 1 : 0;
  }

  read(): void {
    while (this.at < this.source.text.length) {
      if (this.take(blank)) continue;
      const start = this.at;
      const why = this.variable();
      if (why === undefined) continue;
      reportEnvLine(this.source, start, why, this.options.problems);
      this.at = start;
      this.take(rest);
    }
  }

  /** Takes one variable; what is wrong with it, if anything. */
  private variable(): string | undefined {
    const start = this.at;
    this.take(exported);
    const [, written, separator] = this.take(head)!;
    const name = trimEnd(written!);
    const odd = foreign.exec(name)?.[0];
    if (odd !== undefined) return odd === " " ? "a space in the name" : `the character \`${odd}\` in the name`;
    if (separator === "") {
      this.inherit(name);
      return undefined;
    }
    if (name === "") return "no name of a variable";
    this.take(space);
    const mark = this.source.text[this.at] ?? "";
    const pattern = own(quoted, mark);
    if (!pattern) return this.define(name, unquoted(this.take(rest)![0]), start);
    const inside = this.take(pattern)?.[1];
    if (inside === undefined) return `a ${mark} without its pair`;
    const value = inside.replaceAll(/\\([\s\S])/g, (pair, letter: string) => (letter === mark ? mark : pair));
    if (mark === '"') return this.define(name, resolveEscapes(value), start);
    this.variables.set(name, value);
    return undefined;
  }

  private inherit(name: string): void {
    const value = this.options.lookup(name);
    if (value !== undefined) this.variables.set(name, value);
  }

  private define(name: string, value: string, start: number): string | undefined {
    const { lookup, problems } = this.options;
    const result = tryInterpolate(value, (other) => lookup(other) ?? this.variables.get(other));
    if ("fault" in result) return result.fault.why;
    const origin = envLine(this.source, start);
    for (const { name } of result.unset) problems.report("variable-unset", origin, { name });
    for (const { name, message } of result.required) {
      problems.report("variable-required", origin, { name, message: message ?? "" });
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
}
