import { type BigIntStats, lstatSync, readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { BuildContextError } from "./error";

/** Something in a build context. */
export interface Entry {
  /** Relative to the context, slashes between. */
  readonly path: string;
  readonly kind: "file" | "folder" | "link" | "fifo";
  /** Permissions, with set-user-id, set-group-id and sticky. */
  readonly mode: number;
  /** Bytes; 0 for what is no file. */
  readonly size: number;
  /** Where a link points. */
  readonly target?: string;
  /** When its content was last written, in nanoseconds since 1970. */
  readonly modified: bigint;
  /** When anything of it last changed, in nanoseconds since 1970: nothing but the system sets it. */
  readonly changed: bigint;
}

/** What of a folder is wanted. */
export interface Filter {
  includes(path: string): boolean;
  /** Whether something below a folder that is not wanted itself may be. */
  reachesInto(folder: string): boolean;
}

/**
 * What of a folder is wanted, in the order of the paths' parts, a folder before what is in it; a folder that is not
 * wanted itself comes before the first thing in it that is. Sockets are left out, as Docker does.
 *
 * @throws BuildContextError
 */
export function* walk(root: string, filter: Filter): Generator<Entry, void> {
  requireFolder(root);
  yield* walkFolder(root, "", filter, []);
}

function* walkFolder(root: string, folder: string, filter: Filter, above: readonly Entry[]): Generator<Entry, void> {
  let pending = above;
  for (const name of sortedNames(root, folder)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    const isWanted = filter.includes(path);
    if (!isWanted && !filter.reachesInto(path)) continue;
    const entry = tryStat(root, path);
    if (!entry) continue;
    if (isWanted) {
      yield* pending;
      yield entry;
      pending = [];
    }
    if (entry.kind !== "folder") continue;
    let isFirst = true;
    for (const inner of walkFolder(root, path, filter, isWanted ? [] : [...pending, entry])) {
      if (isFirst) pending = [];
      isFirst = false;
      yield inner;
    }
  }
}

export function requireFolder(root: string): void {
  const found = statSync(root, { throwIfNoEntry: false });
  if (!found) throw new BuildContextError("context-absent", root);
  if (!found.isDirectory()) throw new BuildContextError("context-no-folder", root);
}

/** By bytes: the order that receivers of a context ask for. */
function sortedNames(root: string, folder: string): string[] {
  const full = join(root, folder);
  try {
    return readdirSync(full)
      .map((name) => Buffer.from(name))
      .sort(Buffer.compare)
      .map(String);
  } catch (error) {
    throw unreadable(full, error);
  }
}

/** Undefined for what was removed since its folder was read, and for sockets. */
function tryStat(root: string, path: string): Entry | undefined {
  const full = join(root, path);
  try {
    const found = lstatSync(full, { bigint: true, throwIfNoEntry: false });
    if (!found && path.includes("\uFFFD")) throw new BuildContextError("not-utf8", full);
    if (!found || found.isSocket()) return undefined;
    const kind = kindOf(found);
    if (!kind) throw new BuildContextError("device", full);
    return {
      path,
      kind,
      mode: Number(found.mode & 0o7777n),
      size: kind === "file" ? Number(found.size) : 0,
      ...(kind === "link" && { target: readlinkSync(full) }),
      modified: found.mtimeNs,
      changed: found.ctimeNs,
    };
  } catch (error) {
    throw error instanceof BuildContextError ? error : unreadable(full, error);
  }
}

function kindOf(found: BigIntStats): Entry["kind"] | undefined {
  if (found.isFile()) return "file";
  if (found.isDirectory()) return "folder";
  if (found.isSymbolicLink()) return "link";
  return found.isFIFO() ? "fifo" : undefined;
}

const unreadable = (path: string, error: unknown) =>
  new BuildContextError("unreadable", path, (error as NodeJS.ErrnoException).code ?? String(error));
