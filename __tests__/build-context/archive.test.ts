import { execFileSync } from "node:child_process";
import { createWriteStream, readFileSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { archiveOf, everything, walk } from "../../build-context";
import { folderOf, removeFolders } from "./folder";

afterAll(removeFolders);

const long = `${"long/".repeat(40)}name`;
const files = {
  "a.txt": "hello",
  "run.sh": { mode: 0o755, text: "#!/bin/sh" },
  "empty.txt": "",
  "folder/inner": "x",
  bare: null,
  link: { link: "folder/inner" },
  [long]: "deep",
  "é.txt": "é",
};

async function unpacked(root: string, ...more: [Parameters<typeof archiveOf>[2]?]): Promise<string> {
  const target = folderOf({});
  await pipeline(archiveOf(root, walk(root, everything), ...more), createWriteStream(join(target, "tar")));
  execFileSync("tar", ["-xf", "tar"], { cwd: target });
  execFileSync("rm", ["tar"], { cwd: target });
  return target;
}

test("tar unpacks what was packed", async () => {
  const root = folderOf(files);
  const target = await unpacked(root);
  expect(execFileSync("diff", ["-r", "--no-dereference", root, target]).toString()).toBe("");
  const describe = (folder: string) =>
    execFileSync("find", [".", "-mindepth", "1", "-printf", "%P %y %m %l %Ts\n"], { cwd: folder })
      .toString()
      .split("\n")
      .sort();
  expect(describe(target)).toEqual(describe(root));
});

test("owned by root", async () => {
  const root = folderOf({ a: "" });
  execFileSync("chown", ["1234:1234", join(root, "a")]);
  const file = join(folderOf({}), "tar");
  await pipeline(archiveOf(root, walk(root, everything)), createWriteStream(file));
  expect(execFileSync("tar", ["-tvf", file, "--numeric-owner"]).toString()).toMatch(/^-\S+ 0\/0 /);
});

test("files from elsewhere are added", async () => {
  const target = await unpacked(folderOf({ a: "a" }), [{ path: ".dockerfile.x", content: "FROM scratch" }]);
  expect(readFileSync(join(target, ".dockerfile.x"), "utf8")).toBe("FROM scratch");
});

test("a file that shrinks while it is sent ends the archive with its name", async () => {
  const root = folderOf({ a: "a", shrinking: Buffer.alloc(1000) });
  const entries = [...walk(root, everything)];
  truncateSync(join(root, "shrinking"), 10);
  await expect(archiveOf(root, entries).resume().toArray()).rejects.toMatchObject({
    code: "changed",
    path: join(root, "shrinking"),
  });
});

test("a file that cannot be read ends the archive with its name", async () => {
  const root = folderOf({ a: "a" });
  const entry = { path: "a/b", kind: "file", mode: 0o644, size: 1, modified: 0n, changed: 0n } as const;
  await expect(archiveOf(root, [entry]).resume().toArray()).rejects.toMatchObject({
    code: "unreadable",
    path: join(root, "a/b"),
  });
});

test("a stream that nobody reads on is closed without a word", async () => {
  const root = folderOf({ large: Buffer.alloc(5_000_000) });
  const archive = archiveOf(root, walk(root, everything));
  for await (const _ of archive) break;
  expect(archive.destroyed).toBe(true);
});
