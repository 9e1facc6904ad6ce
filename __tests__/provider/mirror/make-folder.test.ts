import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeFolder } from "../../../provider/mirror/make-folder";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "make-folder-"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("a folder is made with those above it, and may be there already", () => {
  makeFolder(join(root, "a/b/c"));
  makeFolder(join(root, "a/b/c"));
  expect(existsSync(join(root, "a/b/c"))).toBe(true);
});

test("below a file it fails", () => {
  writeFileSync(join(root, "file"), "");
  expect(() => makeFolder(join(root, "file/a/b"))).toThrow("ENOTDIR");
});

// Elsewhere there is no such file system.
(process.platform === "linux" ? test : test.skip)("where the file system makes no folders it fails, and ends", () => {
  expect(() => makeFolder("/proc/mirror/a/b")).toThrow("ENOENT: no such file or directory, mkdir '/proc/mirror'");
});
