import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where what tests are run on is kept between runs, for every checkout. @param name of its kind: `engines` */
export const cacheFolder = (name: string): string =>
  join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "docker-stages", name);

/**
 * A folder that is made once, and is there whole or not at all: what an interrupted run left is made anew.
 *
 * @param make fills the folder that it is given
 */
export async function madeOnce(folder: string, make: (partial: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  await make(partial);
  await rename(partial, folder);
  return folder;
}
