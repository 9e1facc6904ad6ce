// @ts-check
const { createRequire, Module } = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");
const { keep, readKept, write } = require("./keep");
const { isCurrent } = require("./program");

/**
 * A program that is about to run.
 *
 * @typedef {object} Ready
 * @property {import("./program").Program} program
 * @property {string} root the checkout's folder
 * @property {string} entry TypeScript file that runs it, from there
 * @property {string} file what is kept of it
 */

/**
 * A TypeScript program of a checkout, compiled: as it was the last time, or anew where a source is another by now. To load
 * its hundreds of files one by one, and compile each, takes a second.
 *
 * @param {string} root the checkout's folder
 * @param {string} entry the program's file, from there
 * @returns {Promise<Ready>}
 */
async function ready(root, entry) {
  const file = join(root, "dist/compiled", entry.replaceAll("/", "-").replace(/\.ts$/, ""));
  const kept = readKept(file, root);
  if (kept && isCurrent(kept, root)) return { program: kept, root, entry, file };
  const { map, ...program } = await compileAnew(root, entry);
  keep(file, program);
  write(mapOf(file), map);
  return { program, root, entry, file };
}

/**
 * @param {string} root
 * @param {string} entry
 */
function compileAnew(root, entry) {
  // Loaded only to compile.
  const loader = require("tsx/cjs/api").register();
  // tsx has each stack looked up in source maps, which a tenth of a second goes into: cdktf makes hundreds of stacks.
  process.setSourceMapsEnabled(false);
  const { compileUnderSigns } = require("./signs");
  return compileUnderSigns(root, entry).finally(loader);
}

/** @param {string} file */
const mapOf = (file) => `${file}.map`;

/**
 * Runs it as Node would run its file.
 *
 * @param {Ready} ready
 */
function run({ program, root, entry, file }) {
  const main = join(root, entry);
  const filename = `${file}.js`;
  process.on("uncaughtExceptionMonitor", (error) => {
    if (!error?.stack) return;
    const { traced } = require("./traced");
    error.stack = traced(error.stack, filename, mapOf(file), root);
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
  const requireFromThere = Object.assign(createRequire(main), { main: module });
  const wrapped = script.runInThisContext();
  wrapped.call(module.exports, module.exports, requireFromThere, module, main, dirname(main));
}

module.exports = { ready, run };
