import { readFileSync } from "node:fs";

/** The text of `file`; undefined where there is no such file. */
export function tryRead(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
