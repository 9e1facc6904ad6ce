import { lstat, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAbandoned } from "./made-by";

/**
 * Removes what killed runs left: folders of `makeTemporary` that this user owns and whose maker no longer lives. What
 * cannot be removed stays.
 */
export async function sweepTemporary(within: string = tmpdir()): Promise<void> {
  const names = await readdir(within).catch(() => []);
  await Promise.all(names.filter(isAbandoned).map((name) => removeOwn(join(within, name)).catch(() => {})));
}

async function removeOwn(folder: string): Promise<void> {
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === process.getuid?.()) await rm(folder, { recursive: true, force: true });
}
