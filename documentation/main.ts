/** Writes what the pages of docs/ have of the code: `npm run docs`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout, pages } from "./pages";
import { PropsError } from "./props/prop";

try {
  for (const [path, text] of pages()) writeFileSync(join(checkout, path), text);
} catch (error) {
  if (!(error instanceof PropsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
