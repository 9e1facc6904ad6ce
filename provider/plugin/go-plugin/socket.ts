import { rmdirSync, unlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LONGEST_NAME, makeTemporary } from "../../../temporary/made-by";

const FILE = "plugin.sock";
/** A unix socket's path has 104 bytes on macOS (108 on Linux) with the zero at its end. */
const LONGEST_FOLDER = 104 - 1 - `//${FILE}`.length - LONGEST_NAME;

export interface SocketPath {
  readonly path: string;
  /** Removes the socket and its folder; a second time nothing happens. */
  remove(): void;
  /** The folder that its own lies in. */
  readonly base: string;
}

/** A path for a socket in a new folder that only this user can enter. */
export function createSocketPath(folder: string = tmpdir()): SocketPath {
  const base = fits(folder) ? folder : "/tmp";
  const own = makeTemporary(base);
  const path = join(own, FILE);
  return { path, remove: () => remove(own, path), base };
}

/** In two steps: Node's removal of whatever a folder holds is a module of its own, to be loaded before the first answer. */
function remove(folder: string, file: string): void {
  unlessGone(() => unlinkSync(file));
  unlessGone(() => rmdirSync(folder));
}

function unlessGone(removing: () => void): void {
  try {
    removing();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "ENOENT") throw thrown;
  }
}

/** The handshake line is split at `|`. */
const fits = (folder: string): boolean => Buffer.byteLength(folder) <= LONGEST_FOLDER && !/[|\r\n]/.test(folder);
