import { chmod, mkdir } from "node:fs/promises";
import { resolve } from "node:path";

/** Tells whoever waits what is being done, a line at a time. */
export type Say = (line: string) => void;

/** Where stand-ins are built. */
export interface Workspace {
  /** Git-ignored folder for what can be made again. */
  readonly cache: string;
  readonly say: Say;
}

export async function openWorkspace(say: Say): Promise<Workspace> {
  const cache = resolve(__dirname, "../../.offline");
  await mkdir(cache, { recursive: true });
  await chmod(cache, 0o755);
  return { cache, say };
}
