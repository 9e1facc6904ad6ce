import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A unix socket's path has 104 bytes on macOS (108 on Linux), this much of it is added to the folder's. */
const LONGEST_FOLDER = 104 - "/terraform-provider-XXXXXX/plugin.sock".length - 1;

export interface SocketPath {
  readonly path: string;
  /** Removes the socket and its folder; a second time nothing happens. */
  remove(): void;
}

/** A path for a socket in a new folder that only this user can enter. */
export function createSocketPath(folder: string = tmpdir()): SocketPath {
  const base = fits(folder) ? folder : "/tmp";
  const own = mkdtempSync(join(base, "terraform-provider-"));
  return { path: join(own, "plugin.sock"), remove: () => rmSync(own, { recursive: true, force: true }) };
}

/** The handshake line is split at `|`. */
const fits = (folder: string): boolean => Buffer.byteLength(folder) <= LONGEST_FOLDER && !/[|\r\n]/.test(folder);
