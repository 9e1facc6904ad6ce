import { createReadStream } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Header, type Pack, pack } from "tar-stream";
import { BuildContextError } from "./error";
import type { Entry } from "./walk";

/** A file that does not lie in the context. */
export interface AddedFile {
  readonly path: string;
  readonly content: string | Buffer;
}

/**
 * A tar archive of entries below a folder, written as it is read: nothing of it is kept. Owners are root, as Docker
 * sends a context. A file that cannot be read ends the stream with a BuildContextError.
 */
export function archiveOf(root: string, entries: Iterable<Entry>, added: readonly AddedFile[] = []): Readable {
  const archive = pack();
  write(archive, root, entries, added).then(
    () => archive.finalize(),
    (error: Error) => archive.destroy(error),
  );
  return Readable.from(archive, { objectMode: false });
}

async function write(
  archive: Pack,
  root: string,
  entries: Iterable<Entry>,
  added: readonly AddedFile[],
): Promise<void> {
  for (const entry of entries) await writeEntry(archive, root, entry);
  for (const { path, content } of added) await put(archive, { name: path, mode: 0o644, ...owner }, content);
}

const owner = { uid: 0, gid: 0 } as const;
const types = { file: "file", folder: "directory", link: "symlink", fifo: "fifo" } as const;

async function writeEntry(archive: Pack, root: string, entry: Entry): Promise<void> {
  const { path, kind, mode, size, target, modified } = entry;
  const mtime = new Date(Number(modified / 1_000_000n));
  const header = {
    name: path,
    type: types[kind],
    mode,
    mtime,
    ...owner,
    ...(target !== undefined && { linkname: target }),
  };
  if (kind !== "file" || size === 0) return put(archive, header);
  const full = join(root, path);
  await pipeline(contentOf(full, size), archive.entry({ ...header, size }));
}

/** As many bytes as the archive was told of. */
async function* contentOf(file: string, size: number): AsyncGenerator<Buffer, void> {
  let sent = 0;
  try {
    for await (const chunk of createReadStream(file, { end: size - 1 })) {
      sent += chunk.length;
      yield chunk;
    }
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw code === "ENOENT" ? new BuildContextError("changed", file) : new BuildContextError("unreadable", file, code);
  }
  if (sent < size) throw new BuildContextError("changed", file);
}

function put(
  archive: Pack,
  header: Partial<Header> & Pick<Header, "name">,
  content: string | Buffer = "",
): Promise<void> {
  return new Promise((resolve, reject) => {
    archive.entry(header, content, (error) => (error ? reject(error) : resolve()));
  });
}
