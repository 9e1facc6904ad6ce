import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCurrent, type Source, sourceOf } from "../../compiled/program";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "docker-stages-program-"));
  file = join(folder, "words.ts");
  writeFileSync(file, "one");
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The file as it was told some seconds after it was written. */
const settled = (): Source => sourceOf(file, "one", statSync(file).ctimeMs + 3000);

const isCurrentBy = (source: Source) => isCurrent({ root: folder, sources: { "words.ts": source }, code: "" }, folder);

test("a source that nobody wrote since is not read again", () => {
  expect(isCurrentBy({ ...settled(), digest: "not that of its content" })).toBe(true);
});

test("one that was just written is told by its content alone: the next write could bear the same time", () => {
  const { stamp, digest } = sourceOf(file, "one", Date.now());
  expect(stamp).toBeUndefined();
  expect(isCurrentBy({ digest })).toBe(true);
  writeFileSync(file, "two");
  expect(isCurrentBy({ digest })).toBe(false);
});

test("one that was written again with the same content is the same", () => {
  const source = settled();
  renameSync(file, `${file}.before`);
  writeFileSync(file, "one");
  expect(isCurrentBy(source)).toBe(true);
});

test("one of another content and the same size is another, whatever time it is given", () => {
  const source = settled();
  const { atime, mtime } = statSync(file);
  renameSync(file, `${file}.before`);
  writeFileSync(file, "two");
  utimesSync(file, atime, mtime);
  expect(isCurrentBy(source)).toBe(false);
});

test("one that is gone is another", () => {
  const source = settled();
  rmSync(file);
  expect(isCurrentBy(source)).toBe(false);
});
