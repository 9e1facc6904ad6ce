import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Tells whoever waits what is being done, a line at a time. */
export type Say = (line: string) => void;

/** Where stand-ins are built. */
export interface Workspace {
  /** Git-ignored folder for what can be made again. */
  readonly cache: string;
  readonly say: Say;
}

/** What an interrupted build leaves goes after this time, in milliseconds: no build takes that long. */
const abandoned = 60 * 60 * 1000;

export async function openWorkspace(say: Say): Promise<Workspace> {
  const cache = resolve(__dirname, "../.offline");
  await mkdir(cache, { recursive: true });
  for (const name of await readdir(cache)) if (name !== "packages") await removeAbandoned(join(cache, name));
  return { cache, say };
}

async function removeAbandoned(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > abandoned) await rm(path, { recursive: true, force: true });
}
