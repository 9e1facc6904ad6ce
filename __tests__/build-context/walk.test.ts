import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { allBut, both, everything, only, parseIgnoreFile, walk } from "../../build-context";
import { folderOf, removeFolders } from "./folder";

afterAll(removeFolders);

const files = {
  Dockerfile: "FROM scratch",
  "a.txt": "a",
  "b/c.txt": "c",
  "b/d/e.txt": "e",
  "b/d/f.md": "f",
  "b+/g": "g",
  "src/keep/k.ts": "k",
  "src/keep/k.test.ts": "t",
  "src/other.ts": "o",
  "(group)/page.tsx": "p",
  ".dockerignore": "",
};

const rows: { patterns: string; left: string[] }[] = [
  { patterns: "", left: Object.keys(files) },
  {
    patterns: "b",
    left: [
      "Dockerfile",
      "a.txt",
      "b+/g",
      "src/keep/k.ts",
      "src/keep/k.test.ts",
      "src/other.ts",
      "(group)/page.tsx",
      ".dockerignore",
    ],
  },
  { patterns: "# comment\n\n  *.txt  ", left: Object.keys(files).filter((path) => path !== "a.txt") },
  { patterns: "**/*.txt", left: Object.keys(files).filter((path) => !path.endsWith(".txt")) },
  { patterns: "*", left: [] },
  { patterns: "*\n!src", left: ["src/keep/k.ts", "src/keep/k.test.ts", "src/other.ts"] },
  { patterns: "*\n!src/keep", left: ["src/keep/k.ts", "src/keep/k.test.ts"] },
  { patterns: "*\n!src/keep\nsrc/keep/*.test.ts", left: ["src/keep/k.ts"] },
  { patterns: "*\n!**/*.md", left: ["b/d/f.md"] },
  { patterns: "*\n!b/*/f.md", left: ["b/d/f.md"] },
  { patterns: "!b/d\nb", left: Object.keys(files).filter((path) => !path.startsWith("b/")) },
  { patterns: "/a.txt\n./b\nsrc/", left: ["Dockerfile", "b+/g", "(group)/page.tsx", ".dockerignore"] },
  { patterns: "b+", left: Object.keys(files).filter((path) => !path.startsWith("b+")) },
  { patterns: "(group)", left: Object.keys(files).filter((path) => !path.startsWith("(")) },
  { patterns: "[ab].txt", left: Object.keys(files).filter((path) => path !== "a.txt") },
  { patterns: "[^a].txt", left: Object.keys(files) },
  { patterns: "B", left: Object.keys(files) },
  { patterns: "?.txt", left: Object.keys(files).filter((path) => path !== "a.txt") },
];
test.each(rows)("$patterns leaves $left", ({ patterns, left }) => {
  const found = [...walk(folderOf(files), allBut(parseIgnoreFile(patterns)))].filter(({ kind }) => kind === "file");
  expect(found.map(({ path }) => path).sort()).toEqual([...left].sort());
});

test("folders come before what is in them, and only where they are wanted or lead to what is", () => {
  const root = folderOf({ ...files, empty: null });
  const paths = (patterns: string) => [...walk(root, allBut(parseIgnoreFile(patterns)))].map(({ path }) => path);
  expect(paths("*\n!src/keep/k.ts")).toEqual(["src", "src/keep", "src/keep/k.ts"]);
  expect(paths("*\n!src/absent")).toEqual([]);
  expect(paths("*\n!empty")).toEqual(["empty"]);
});

test("by the bytes of the paths' parts, so that a.b comes after a/b", () => {
  const root = folderOf({ "a/b": "", "a.b": "", "a-b": "", é: "", z: "", 𝒶: "", "\uffee": "" });
  expect([...walk(root, everything)].map(({ path }) => path)).toEqual([
    "a",
    "a/b",
    "a-b",
    "a.b",
    "z",
    "é",
    "\uffee",
    "𝒶",
  ]);
});

test("what it says of each", () => {
  const root = folderOf({ run: { mode: 0o755, text: "abc" }, to: { link: "run" }, out: { link: "/etc/passwd" } });
  execFileSync("mkfifo", [join(root, "pipe")]);
  const entries = Object.fromEntries([...walk(root, everything)].map((entry) => [entry.path, entry]));
  expect(entries).toMatchObject({
    run: { kind: "file", mode: 0o755, size: 3 },
    to: { kind: "link", target: "run", size: 0 },
    out: { kind: "link", target: "/etc/passwd" },
    pipe: { kind: "fifo", size: 0 },
  });
});

test("sockets are left out", async () => {
  const root = folderOf({ a: "" });
  const server = createServer().listen(join(root, "socket"));
  await new Promise((resolve) => server.once("listening", resolve));
  expect([...walk(root, everything)].map(({ path }) => path)).toEqual(["a"]);
  server.close();
});

test("only some paths, and those only where they are not left out", () => {
  const root = folderOf(files);
  const paths = (filter: Parameters<typeof walk>[1]) => [...walk(root, filter)].map(({ path }) => path);
  expect(paths(only(["b/d", "a.txt"]))).toEqual(["a.txt", "b", "b/d", "b/d/e.txt", "b/d/f.md"]);
  expect(paths(both(only(["b"]), allBut(["**/*.txt"])))).toEqual(["b", "b/d", "b/d/f.md"]);
  expect(paths(both(allBut(["b", "!b/d/f.md"]), only(["b/d"])))).toEqual(["b", "b/d", "b/d/f.md"]);
});

describe("problems", () => {
  test("no such folder", () => {
    const root = join(folderOf({}), "absent");
    expect(() => [...walk(root, everything)]).toThrow(expect.objectContaining({ code: "context-absent", path: root }));
  });

  test("a file in place of the folder", () => {
    const root = join(folderOf({ a: "" }), "a");
    expect(() => [...walk(root, everything)]).toThrow(expect.objectContaining({ code: "context-no-folder" }));
  });

  test("a device is refused by name, unless it is ignored", () => {
    const root = folderOf({ a: "" });
    const device = join(root, "null");
    execFileSync("mknod", [device, "c", "1", "3"]);
    expect(() => [...walk(root, everything)]).toThrow(expect.objectContaining({ code: "device", path: device }));
    expect([...walk(root, allBut(["null"]))].map(({ path }) => path)).toEqual(["a"]);
  });

  test("a name that is not UTF-8", () => {
    const root = folderOf({});
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0x61])]), "");
    expect(() => [...walk(root, everything)]).toThrow(expect.objectContaining({ code: "not-utf8" }));
  });

  test("a file that goes while its folder is read is not there", () => {
    const root = folderOf({ a: "", b: "", c: "" });
    const steps = walk(root, everything);
    expect(steps.next().value).toMatchObject({ path: "a" });
    rmSync(join(root, "b"));
    mkdirSync(join(root, "later"));
    expect([...steps].map(({ path }) => path)).toEqual(["c"]);
  });
});
