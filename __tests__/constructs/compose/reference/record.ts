/**
 * Records what Compose's own library (compose-go, and what it reads YAML and names of images with; versions in go.mod)
 * makes of the texts that the unit tests hold ours against. Needs Go.
 *
 *     npx tsx __tests__/constructs/compose/reference/record.ts
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { ask } from "./ask";
import { caller, envFiles } from "./env-files";
import { flowDocuments } from "./flow-documents";
import { images } from "./images";

const DOCUMENTS = 1500;
const ENV_FILES = 500;

const documents = [...new Set(fc.sample(flowDocuments, { seed: 1, numRuns: DOCUMENTS }))];
const files = envFiles(ENV_FILES);
const told = ask({ yaml: documents, env: files, caller, images });

function write(name: string, rows: readonly object[]): void {
  const lines = rows.map((row) => ` ${JSON.stringify(row)}`);
  writeFileSync(join(__dirname, "fixtures", `${name}.json`), `[\n${lines.join(",\n")}\n]\n`);
}

write(
  "flow-style",
  documents.map((text, i) => ({ text, ...told.yaml[i] })),
);
write(
  "env-files",
  files.map((file, i) => ({ ...file, ...told.env[i] })),
);
write(
  "images",
  images.map((text, i) => ({ text, ...told.images[i] })),
);
