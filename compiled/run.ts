import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { said } from "../languages/said";
import { keep, readKept, write } from "./keep";
import { isCurrent, type Program } from "./program";
import { traced } from "./traced";

/** A program that is about to run. */
interface Ready {
  readonly program: Program;
  /** The checkout's folder. */
  readonly root: string;
  /** TypeScript file that runs it, from there. */
  readonly entry: string;
  /** What is kept of it. */
  readonly file: string;
}

/**
 * A TypeScript program of a checkout, compiled: as it was the last time, or anew where a source is another by now. To load
 * its hundreds of files one by one, and compile each, takes a second.
 *
 * @param root the checkout's folder
 * @param entry the program's file, from there
 */
export async function ready(root: string, entry: string): Promise<Ready> {
  const file = join(root, "dist/compiled", entry.replaceAll("/", "-").replace(/\.ts$/, ""));
  const kept = readKept(file, root);
  if (kept && isCurrent(kept, root)) return { program: kept, root, entry, file };
  const { map, ...program } = await underSigns(() => {
    // Loaded only to compile.
    const { compile } = require("./compile") as typeof import("./compile");
    return compile(root, entry);
  });
  keep(file, program);
  write(mapOf(file), map);
  return { program, root, entry, file };
}

/** Milliseconds between two signs that something goes on. */
const SIGN_MS = 1000;

/** Tells somebody who sits at a terminal what goes on, and that it does. */
async function underSigns<T>(work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  process.stderr.write(`· ${compiling()}`);
  const ticker = setInterval(() => process.stderr.write("."), SIGN_MS);
  try {
    return await work();
  } finally {
    clearInterval(ticker);
    process.stderr.write("\n");
  }
}

const compiling = said("compiling what changed", "compilando lo que cambió");

const mapOf = (file: string): string => `${file}.map`;

type Wrapped = (this: unknown, exports: unknown, require: NodeJS.Require, module: Module, ...names: string[]) => void;

/** Runs it as Node would run its file. */
export function run({ program, root, entry, file }: Ready): void {
  const main = join(root, entry);
  const filename = `${file}.js`;
  process.on("uncaughtExceptionMonitor", (error) => {
    if (error?.stack) error.stack = traced(error.stack, filename, mapOf(file), root);
  });
  // The code's lines are counted from its own first one, behind the head of the function that Node wraps it in.
  const script = new Script(Module.wrap(`\n${program.code}`), {
    filename,
    lineOffset: -1,
    cachedData: program.compiled,
  });
  // At the end V8 knows which functions were needed.
  if (!program.compiled || script.cachedDataRejected)
    process.once("exit", () => keep(file, { ...program, compiled: script.createCachedData() }));
  const module = new Module(main);
  const require = Object.assign(createRequire(main), { main: module });
  const wrapped: Wrapped = script.runInThisContext();
  wrapped.call(module.exports, module.exports, require, module, main, dirname(main));
}
