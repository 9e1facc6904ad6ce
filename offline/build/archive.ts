import { createReadStream } from "node:fs";
import { lstat, readdir, readlink, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Header, type Pack, pack } from "tar-stream";
import { own } from "../../foreign/own";

/** What lies at a path of an image. Folders above it are made where nothing says otherwise. */
export type Entry =
  | { readonly text: string; readonly mode?: number }
  | { readonly file: string; readonly mode?: number }
  | { readonly link: string }
  | { readonly folder: true; readonly mode?: number; readonly owner?: number };

/** Absolute paths of an image and what lies there. */
export type Tree = Readonly<Record<string, Entry>>;

/** Writes the tree as a tar archive that depends on nothing but its content: sorted, owned by root, without times. */
export async function writeTree(tree: Tree, tar: NodeJS.WritableStream): Promise<void> {
  const archive = pack();
  const sent = pipeline(archive, tar, { end: false });
  for (const path of [...withParents(tree)].sort())
    await add(archive, path.slice(1), own(tree, path) ?? { folder: true });
  archive.finalize();
  await sent;
}

/** The entries of a folder of this machine, to lie at `at` in an image. */
export async function treeOf(folder: string, at = ""): Promise<Tree> {
  const entries: [string, Entry][] = [];
  for (const name of await readdir(folder)) {
    const from = join(folder, name);
    const to = `${at}/${name}`;
    const found = await lstat(from);
    if (found.isDirectory())
      entries.push([to, { folder: true, mode: found.mode & 0o7777 }], ...Object.entries(await treeOf(from, to)));
    else if (found.isSymbolicLink()) entries.push([to, { link: await readlink(from) }]);
    else if (found.isFile()) entries.push([to, { file: from }]);
  }
  return Object.fromEntries(entries);
}

function withParents(tree: Tree): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const path of Object.keys(tree)) {
    for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) paths.add(path.slice(0, end));
  }
  return paths;
}

async function add(archive: Pack, name: string, entry: Entry): Promise<void> {
  const header = { name, mtime: new Date(0), uid: 0, gid: 0 };
  if ("folder" in entry)
    return put(archive, {
      ...header,
      type: "directory",
      mode: entry.mode ?? 0o755,
      uid: entry.owner ?? 0,
      gid: entry.owner ?? 0,
    });
  if ("link" in entry) return put(archive, { ...header, type: "symlink", linkname: entry.link, mode: 0o777 });
  if ("text" in entry) return put(archive, { ...header, mode: entry.mode ?? 0o644 }, entry.text);
  const found = await stat(entry.file);
  const sink = archive.entry({ ...header, mode: entry.mode ?? found.mode & 0o7777, size: found.size });
  await pipeline(createReadStream(entry.file), sink);
}

function put(archive: Pack, header: Partial<Header> & Pick<Header, "name">, text = ""): Promise<void> {
  return new Promise((resolve, reject) => archive.entry(header, text, (error) => (error ? reject(error) : resolve())));
}
