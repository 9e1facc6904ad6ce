/** Writes a class for every type, from its schema: `npm run bindings`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { files, folder } from "./files";

for (const [name, text] of files()) writeFileSync(join(folder, name), text);
