import { chmod, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";

/** Tells whoever waits what is being done, a line at a time. */
export type Say = (line: string) => void;

/** Where stand-ins are built. */
export interface Workspace {
  /** Git-ignored folder for what can be made again. */
  readonly cache: string;
  /** The checkout. */
  readonly root: string;
  readonly say: Say;
}

export async function openWorkspace(say: Say): Promise<Workspace> {
  const root = resolve(__dirname, "../..");
  const cache = join(root, ".offline");
  await mkdir(cache, { recursive: true });
  await chmod(cache, 0o755);
  return { cache, root, say };
}
