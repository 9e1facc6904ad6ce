import { resolve } from "node:path";
import { ready, run } from "./run";

/* Runs a program of this checkout, compiled: `node -r tsx/cjs compiled/main.ts FILE [ARGUMENT…]`. */
const root = resolve(__dirname, "..");
const [node, , entry, ...args] = process.argv as [string, string, string, ...string[]];
process.argv = [node, resolve(root, entry), ...args];
// tsx has each stack looked up in source maps, which a tenth of a second goes into: cdktf makes hundreds of stacks.
process.setSourceMapsEnabled(false);
ready(root, entry).then(
  // Where it throws, nobody has caught it.
  (program) => process.nextTick(run, program),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
