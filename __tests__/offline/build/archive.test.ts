import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import { extract } from "tar-stream";
import { type Tree, treeOf, writeTree } from "../../../offline/build/archive";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function archive(tree: Tree): Promise<Buffer> {
  const tar = new PassThrough();
  const written = writeTree(tree, tar).then(() => tar.end());
  const [bytes] = await Promise.all([buffer(tar), written]);
  return bytes;
}

async function entries(tree: Tree) {
  const found: Record<string, unknown>[] = [];
  const reader = extract();
  reader.end(await archive(tree));
  for await (const entry of reader) {
    const { name, type, mode, uid, linkname } = entry.header;
    const text: Buffer[] = [];
    for await (const chunk of entry) text.push(chunk as Buffer);
    found.push({ name, type, mode, uid, ...(linkname ? { linkname } : {}), text: Buffer.concat(text).toString() });
  }
  return found;
}

test("folders above an entry are made, and everything is root's", async () => {
  expect(await entries({ "/a/b/run": { text: "hi", mode: 0o755 }, "/a/link": { link: "b/run" } })).toEqual([
    { name: "a", type: "directory", mode: 0o755, uid: 0, text: "" },
    { name: "a/b", type: "directory", mode: 0o755, uid: 0, text: "" },
    { name: "a/b/run", type: "file", mode: 0o755, uid: 0, text: "hi" },
    { name: "a/link", type: "symlink", mode: 0o777, uid: 0, linkname: "b/run", text: "" },
  ]);
});

test("a folder can be another user's", async () => {
  expect(await entries({ "/data": { folder: true, owner: 999, mode: 0o700 } })).toEqual([
    { name: "data", type: "directory", mode: 0o700, uid: 999, text: "" },
  ]);
});

test("a folder of this machine is packed with its files and links", async () => {
  writeFileSync(join(folder, "file"), "content");
  symlinkSync("file", join(folder, "link"));
  expect(await entries(await treeOf(folder, "/at"))).toMatchObject([
    { name: "at" },
    { name: "at/file", text: "content" },
    { name: "at/link", linkname: "file" },
  ]);
});

test("the same tree gives the same bytes, in whatever order it was written down", async () => {
  const one = await archive({ "/a": { text: "1" }, "/b": { text: "2" } });
  const other = await archive({ "/b": { text: "2" }, "/a": { text: "1" } });
  expect(one.equals(other)).toBe(true);
});

test("a file that cannot be read fails the archive", async () => {
  await expect(
    writeTree({ "/gone": { file: join(folder, "gone") } }, new PassThrough().resume()),
  ).rejects.toMatchObject({
    code: "ENOENT",
  });
});
