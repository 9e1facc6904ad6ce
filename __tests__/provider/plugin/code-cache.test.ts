import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScript } from "../../../provider/plugin/code-cache";

// V8 remembers what it compiled, by source; each test has a source of its own.
let count = 0;
let root: string;
let file: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "t-code-cache-"));
  file = join(root, "script.js");
  folder = join(root, "kept");
  mkdirSync(folder);
  writeFileSync(
    file,
    `/* ${count++} */ exports.where = require("node:path").basename(__filename); exports.add = (a, b) => a + b;`,
  );
});
afterEach(() => rmSync(root, { recursive: true }));

const load = () => loadScript(file, { folder, name: "it" });
const kept = () => readdirSync(folder).map((name) => join(folder, name));

test("a script is loaded as require loads it", () => {
  expect(load().exports).toMatchObject({ where: "script.js" });
});

test("nothing is kept until it is said to be", () => {
  load();
  expect(kept()).toEqual([]);
});

test("what is kept is this user's, and serves the next load, which keeps nothing new", () => {
  load().keep();
  const [code] = kept();
  expect(statSync(code!).mode & 0o777).toBe(0o600);
  const before = statSync(code!).mtimeMs;
  const again = load();
  expect((again.exports as { add(a: number, b: number): number }).add(1, 2)).toBe(3);
  again.keep();
  expect(kept()).toEqual([code]);
  expect(statSync(code!).mtimeMs).toBe(before);
});

test("code of another V8, or no code at all, is passed over and replaced", () => {
  const kept = join(folder, `it-${process.arch}-${process.versions.v8}.code`);
  writeFileSync(kept, "rubbish");
  const loaded = load();
  expect(loaded.exports).toMatchObject({ where: "script.js" });
  loaded.keep();
  expect(readFileSync(kept).length).toBeGreaterThan(100);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("where the folder is not there it is not made", () => {
  rmSync(folder, { recursive: true });
  load().keep();
  expect(readdirSync(root)).toEqual(["script.js"]);
});
