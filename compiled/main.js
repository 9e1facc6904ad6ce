// @ts-check
const { resolve } = require("node:path");
const { ready, run } = require("./run");

/* Runs a program of this checkout, compiled: `node compiled/main.js FILE [ARGUMENT…]`. What stands in this folder as
   JavaScript runs before anything is compiled, at each start: a loader of TypeScript alone takes half as long as Node. */
const root = resolve(__dirname, "..");
const [node, , entry, ...args] = /** @type {[string, string, string, ...string[]]} */ (process.argv);
process.argv = [node, resolve(root, entry), ...args];
ready(root, entry).then(
  // Where it throws, nobody has caught it.
  (program) => process.nextTick(run, program),
  (/** @type {Error} */ error) => {
    console.error(error.message);
    process.exit(1);
  },
);
