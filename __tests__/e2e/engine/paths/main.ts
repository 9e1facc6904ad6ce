import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { record } from "./record";

/*
 * Records what this machine's engine makes of paths, for the unit tests of what is the same to it:
 * `node -r tsx/cjs __tests__/e2e/engine/paths/main.ts`
 */
const folder = join(__dirname, "../../../provider/resources/container/paths");

record().then(
  (recording) => {
    const file = join(folder, `${recording.engine}.json`);
    writeFileSync(file, `${JSON.stringify(recording, undefined, 2)}\n`);
    process.stdout.write(`${file}: ${recording.paths.length} paths\n`);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
