import { existsSync, readFileSync, rmSync } from "node:fs";
import { processProgram } from "../../temporary";

/** The files in which an engine's programs keep their process ids. */
export type PidFiles = Readonly<Record<"dockerd" | "containerd", string>>;

/**
 * Removes the files that an engine left behind when it was killed. dockerd asks only whether any process has such a number:
 * once another program has it, no engine starts.
 *
 * @throws Error where a file cannot be read or removed
 */
export function removeStalePidFiles(files: PidFiles): void {
  for (const [program, file] of Object.entries(files)) {
    if (existsSync(file) && processProgram(Number(readFileSync(file, "utf8"))) !== program)
      rmSync(file, { force: true });
  }
}
