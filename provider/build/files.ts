import { renameSync, rmSync, writeFileSync } from "node:fs";

/** A reader sees the old content or the new, whole. */
export function writeAtomically(file: string, content: Uint8Array | string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
