import { readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import ts from "typescript";

const CHECKOUT = resolve(__dirname, "..");

/** Where something stands in a source file, and what it says. */
export interface Finding {
  /** `FILE:LINE`, the file from the checkout. */
  readonly at: string;
  readonly what: string;
}

/** What the product is made of: its tests, benches and these guards read no text of others'. */
const isProduct = (file: string): boolean => !/^(?:__tests__|bench|guards)\//.test(pathOf(file));

/** A source file's path from the checkout, slashes between. */
export const pathOf = (file: string): string => relative(CHECKOUT, file).split(sep).join("/");

/** The product as tsconfig.json has it, with its types. */
export function productProgram(): { readonly program: ts.Program; readonly files: readonly ts.SourceFile[] } {
  const { fileNames, options } = configuration();
  const roots = fileNames.filter(isProduct);
  const program = ts.createProgram(roots, options);
  return { program, files: roots.map((file) => program.getSourceFile(file)!) };
}

/** The product's files, as they are written. */
export const productSources = (): ts.SourceFile[] =>
  configuration()
    .fileNames.filter(isProduct)
    .map((file) => ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true));

function configuration(): ts.ParsedCommandLine {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: failWith };
  return ts.getParsedCommandLineOfConfigFile(join(CHECKOUT, "tsconfig.json"), {}, host)!;
}

function failWith({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** Every node of a file. */
export function* nodesOf(node: ts.Node): Generator<ts.Node, void> {
  yield node;
  for (const child of node.getChildren()) yield* nodesOf(child);
}

export function findingAt(node: ts.Node, what: string): Finding {
  const file = node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(node.getStart());
  return { at: `${pathOf(file.fileName)}:${line + 1}`, what };
}

/** Prints what was found; exit code 1 where anything was. */
export function report(findings: readonly Finding[]): void {
  for (const { at, what } of findings) console.error(`${at}: ${what}`);
  if (findings.length > 0) process.exitCode = 1;
}
