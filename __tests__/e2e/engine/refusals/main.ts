import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { record } from "./record";

/*
 * Records what this machine's engine says where it refuses something, for the unit tests of the tables of words:
 * `node -r tsx/cjs __tests__/e2e/engine/refusals/main.ts`
 */
const folder = join(__dirname, "../../../engine/recorded");

record().then(
  (recording) => {
    const file = join(folder, `${recording.engine}-${recording.store}.json`);
    writeFileSync(file, `${JSON.stringify(recording, undefined, 2)}\n`);
    process.stdout.write(`${file}: ${recording.refusals.length} refusals\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
