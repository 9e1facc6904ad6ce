import { type CompileOptions, tryCompile } from "../../../constructs/compose/compile";
import type { ServiceSpec } from "../../../constructs/compose/convert/engine-api";
import type { StackModel } from "../../../constructs/compose/convert/stack-model";
import { ComposeError } from "../../../constructs/compose/problems/compose-error";
import type { Problem } from "../../../constructs/compose/problems/problem";
import { memory } from "../../../constructs/compose/source/files";

export interface Given extends Partial<CompileOptions> {
  /** Further files, by their names beside `compose.yml`. */
  readonly beside?: Readonly<Record<string, string | Buffer>>;
}

const inFolder = (files: Readonly<Record<string, string | Buffer>>) =>
  memory(Object.fromEntries(Object.entries(files).map(([name, content]) => [`/p/${name}`, content])));

export const tryCompileText = (text: string, { beside = {}, ...options }: Given = {}) =>
  tryCompile({
    files: ["/p/compose.yml"],
    from: inFolder({ "compose.yml": text, ...beside }),
    show: (path) => path.replace(/^\/p\//, ""),
    name: "st",
    rotate: false,
    ...options,
  });

/** The stack of a text that has no error. */
export function compileText(text: string, given?: Given): StackModel {
  const compiled = tryCompileText(text, given);
  if ("errors" in compiled) throw new ComposeError(compiled.errors);
  return compiled.stack;
}

/** `code line:column` of what is reported, the file before it where it is another. */
export function reported(text: string, given?: Given): string[] {
  const compiled = tryCompileText(text, given);
  const problems = "errors" in compiled ? [...compiled.errors, ...compiled.warnings] : compiled.stack.warnings;
  return problems.map(line).sort();
}

const line = ({ code, where = "" }: Problem): string => `${code} ${where.replace(/^compose\.yml:/, "")}`.trim();

/** A file with one service, `web`, of these lines, and whatever else stands at the top. */
export const withService = (body: string, top = ""): string =>
  `services:\n  web:\n    image: a\n${body.replaceAll(/^(?=.)/gm, "    ")}\n${top}`;

/** What a service of these lines becomes. */
export const specOf = (body: string, top = "", given?: Given): ServiceSpec =>
  compileText(withService(body, top), given).services["web"]!.spec;

/** What is reported of a service of these lines; the first of them is line 1. */
export const reportedOf = (body: string, top = "", given?: Given): string[] =>
  reported(withService(body, top), given).map((text) =>
    text.replace(/ (\d+):(\d+)$/, (_, row: string, column: string) => ` ${Number(row) - 3}:${Number(column) - 4}`),
  );
