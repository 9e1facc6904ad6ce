import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A program of a checkout as one piece of JavaScript. */
export interface Program {
  /** The checkout's folder: paths in the code begin with it. */
  readonly root: string;
  /** What it was made of: the digest of each file, by its path from the root. */
  readonly sources: Readonly<Record<string, string>>;
  readonly code: string;
  /** What V8 made of the code. */
  readonly compiled?: Buffer;
}

export const digestOf = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Whether the program is what its sources would become now. */
export const isCurrent = ({ root: made, sources }: Program, root: string): boolean =>
  made === root && Object.entries(sources).every(([name, digest]) => tryDigest(join(root, name)) === digest);

function tryDigest(file: string): string | undefined {
  try {
    return digestOf(readFileSync(file));
  } catch {
    return undefined;
  }
}
