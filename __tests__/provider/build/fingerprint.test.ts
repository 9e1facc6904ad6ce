import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fingerprintOf } from "../../../provider/build/fingerprint";

let root: string;
let before: string;
const fingerprint = () => fingerprintOf(root, ["source"], [join(root, "lock.json")]);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "t-fingerprint-"));
  mkdirSync(join(root, "source/deep"), { recursive: true });
  writeFileSync(join(root, "source/a.ts"), "a");
  writeFileSync(join(root, "source/deep/b.ts"), "b");
  writeFileSync(join(root, "source/notes.md"), "n");
  writeFileSync(join(root, "lock.json"), "{}");
  before = fingerprint();
});
afterEach(() => rmSync(root, { recursive: true }));

const changes = [
  { name: "a file's content", change: () => writeFileSync(join(root, "source/deep/b.ts"), "c") },
  { name: "a file's name", change: () => renameSync(join(root, "source/a.ts"), join(root, "source/c.ts")) },
  { name: "a new file", change: () => writeFileSync(join(root, "source/deep/c.ts"), "") },
  { name: "a file that goes", change: () => rmSync(join(root, "source/a.ts")) },
  { name: "the other file", change: () => writeFileSync(join(root, "lock.json"), "[]") },
];
test.each(changes)("$name changes it", ({ change }) => {
  change();
  expect(fingerprint()).not.toBe(before);
});

const indifferent = [
  { name: "a file of another kind", change: () => writeFileSync(join(root, "source/notes.md"), "m") },
  { name: "a time", change: () => utimesSync(join(root, "source/a.ts"), 1, 1) },
];
test.each(indifferent)("$name does not", ({ change }) => {
  change();
  expect(fingerprint()).toBe(before);
});

test("the place of the checkout does not", () => {
  const moved = `${root}-moved`;
  renameSync(root, moved);
  try {
    expect(fingerprintOf(moved, ["source"], [join(moved, "lock.json")])).toBe(before);
  } finally {
    renameSync(moved, root);
  }
});
