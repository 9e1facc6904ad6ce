import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { serialize } from "node:v8";
import { readKept } from "../../compiled/keep";
import { digestOf, type Program } from "../../compiled/program";
import { OwnProject } from "./own-project";

jest.setTimeout(60_000);

let project: OwnProject;

/** A program of two modules, of which one tells its place and reads a JSON file. */
beforeEach(() => {
  project = new OwnProject({
    "app/main.ts":
      'import { says } from "./words";\nif (require.main === module) console.log(says(), ...process.argv.slice(2));\n',
    "app/words.ts":
      'import { join } from "node:path";\nimport { name } from "../name.json";\nexport const says = (): string => join(__dirname, name);\n',
    "name.json": '{ "name": "one" }',
  });
});

afterEach(() => {
  jest.restoreAllMocks();
  project.remove();
});

const kept = (): Program => readKept(project.kept, project.folder)!;

/** What is kept, changed, as something that was written whole. */
function rewrite(change: (program: Program) => Program): void {
  const body = serialize(change(kept()));
  writeFileSync(project.kept, Buffer.concat([Buffer.from(digestOf(body)), body]));
}

/** Has what is kept say something else, so that it is seen whether it was run. */
const mark = () =>
  rewrite(({ compiled: _, ...program }) => ({ ...program, code: program.code.replace('"one"', '"kept"') }));

const place = (name: string) => join(project.folder, "app", name);

test("a program runs as its file would, with its place and its arguments", () => {
  expect(project.run("--flag", "x")).toBe(`${place("one")} --flag x`);
});

test("what was compiled is run the next time, with what V8 made of it", () => {
  project.run();
  expect(kept().compiled).toBeInstanceOf(Buffer);
  mark();
  expect(project.run()).toBe(place("kept"));
  expect(kept().compiled).toBeInstanceOf(Buffer);
});

test("a regular expression's letters beyond Latin-1 are kept as escapes, and match as before", () => {
  project.write({ "app/main.ts": 'console.log(/^[μ…]{2}$/.test("μ…"), /é/.test("é"));\n' });
  expect([project.run(), project.run()]).toEqual(["true true", "true true"]);
  expect(kept().code).toMatch(/^[\0-\xff]*$/);
});

test.each(["app/words.ts", "name.json", "package-lock.json", "compiled/compile.ts"])(
  "a change of %s has it compiled anew, and its time says nothing",
  (name) => {
    project.run();
    mark();
    const file = join(project.folder, name);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
    utimesSync(file, atime, mtime);
    expect(project.run()).toBe(place("one"));
  },
);

test("a source that is gone has it compiled anew, which says what lacks", () => {
  project.run();
  rmSync(join(project.folder, "name.json"));
  expect(project.try()).toEqual({
    status: 1,
    stdout: "",
    stderr: 'Build failed with 1 error:\napp/words.ts:2:21: ERROR: Could not resolve "../name.json"\n',
  });
});

test("a project that was moved knows its new place", () => {
  project.run();
  const moved = `${project.folder}-moved`;
  renameSync(project.folder, moved);
  mkdirSync(project.folder);
  cpSync(moved, join(project.folder, "inner"), { recursive: true });
  rmSync(moved, { recursive: true });
  const inner = Object.assign(Object.create(OwnProject.prototype) as OwnProject, {
    folder: join(project.folder, "inner"),
  });
  expect(inner.run()).toBe(join(inner.folder, "app/one"));
});

describe("what is kept is not run", () => {
  beforeEach(() => {
    project.run();
    mark();
  });

  test.each([
    ["where its group could have written it", () => chmodSync(project.kept, 0o620)],
    ["where everybody could have written it", () => chmodSync(project.kept, 0o602)],
    [
      "where it is a link",
      () => {
        renameSync(project.kept, `${project.kept}-there`);
        symlinkSync(`${project.kept}-there`, project.kept);
      },
    ],
    ["where it is not whole", () => writeFileSync(project.kept, readFileSync(project.kept).subarray(0, -1))],
    [
      "where a byte is another",
      () => {
        const content = readFileSync(project.kept, "latin1");
        writeFileSync(project.kept, content.replace('"kept"', '"tampered"'), "latin1");
      },
    ],
    ["where it is empty", () => writeFileSync(project.kept, "")],
  ])("%s", (_, change) => {
    change();
    expect(project.run()).toBe(place("one"));
  });

  test("where it is neither this user's nor the checkout's owner's", () => {
    const owner = process.getuid!();
    expect(readKept(project.kept, project.folder)?.code).toContain('"kept"');
    jest.spyOn(process, "getuid").mockReturnValue(owner + 1);
    expect(readKept(project.kept, project.folder)?.code).toContain('"kept"');
    expect(readKept(project.kept, folderNotOf(owner))).toBeUndefined();
  });
});

/** A folder of somebody else's: the file system's own, or for its owner, who may, one that is given away. */
function folderNotOf(user: number): string {
  if (statSync("/").uid !== user) return "/";
  const folder = join(project.folder, "given-away");
  mkdirSync(folder);
  chownSync(folder, user + 1, -1);
  return folder;
}

test("it is its user's alone", () => {
  project.run();
  expect(statSync(project.kept).mode & 0o777).toBe(0o600);
  expect(statSync(join(project.folder, "dist/compiled")).mode & 0o777).toBe(0o700);
});

test("where nothing can be kept, it runs all the same", () => {
  writeFileSync(join(project.folder, "dist"), "");
  expect([project.run(), project.run()]).toEqual([place("one"), place("one")]);
  expect(existsSync(project.kept)).toBe(false);
});

test("an error that nobody catches names the line of its source", () => {
  project.write({
    "app/main.ts": 'import { fail } from "./fail";\n\nfail("no such thing");\n',
    "app/fail.ts": "interface Unused {}\n\nexport function fail(what: string): never {\n  throw new Error(what);\n}\n",
  });
  const { status, stderr } = project.try();
  expect(status).toBe(1);
  expect(stderr).toContain("Error: no such thing\n");
  expect(stderr).toContain(`at fail (${place("fail.ts")}:4:9)`);
  expect(stderr).toContain(`(${place("main.ts")}:3:1)`);
});
