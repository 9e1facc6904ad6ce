import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { propsOf, type Wanted } from "../../../documentation/props/prop";
import { table } from "../../../documentation/props/table";

jest.setTimeout(60_000);
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "t-props-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Files by path; those of people are in `own/`, those written from schemas in `own/made/`. */
function read(files: Readonly<Record<string, string>>, wanted: Wanted) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const program = ts.createProgram(
    Object.keys(files).map((path) => join(root, path)),
    { strict: true, lib: ["lib.es5.d.ts"], types: [] },
  );
  return propsOf(wanted, { program, root, folder: "own", written: "made" });
}

test("what must be given is first; defaults are words, or values as code; types are as written, on one line", () => {
  const text = `export interface Props {
    /** How many,
     * in all. @default 3 */
    readonly count?: number;
    /** A name. */
    readonly name: string;
    /**
     * Who publishes.
     * @default - as the file has it
     */
    readonly mode?:
      | "mesh"
      | "edge";
  }`;
  const props = read({ "own/a.ts": text }, { name: "Props" });
  expect(table(props).split("\n").slice(2)).toEqual([
    "| `name` | `string` | A name. | required |",
    "| `count` | `number` | How many, in all. | `3` |",
    '| `mode` | `\\| "mesh" \\| "edge"` | Who publishes. | as the file has it |',
  ]);
});

const family = {
  "elsewhere/base.ts": "export interface Base { readonly foreign?: string }",
  "own/made/config.ts": `import type { Base } from "../../elsewhere/base";
    export interface Config extends Base {
      /** Made. Default: nothing. More of it. */
      readonly made?: string;
      /** Left out. @default 1 */
      readonly left?: number;
    }`,
  "own/mine.ts": `import type { Config } from "./made/config";
    interface Common {
      /** In common. @default - none */
      readonly common?: string;
    }
    export interface Props extends Common, Partial<Omit<Config, "left">> {
      /** Mine. */
      readonly mine: string;
    }`,
};

test("what is inherited from people's own interfaces is shown, what is written from schemas or foreign is not", () => {
  expect(read(family, { name: "Props" }).map(({ name }) => name)).toEqual(["mine", "common"]);
});

test("what is written from schemas is shown where the page asks for it, its default from among its words", () => {
  expect(read(family, { name: "Props", also: ["Config"] })).toEqual([
    { name: "mine", type: "string", doc: "Mine." },
    { name: "made", type: "string", doc: "Made. More of it.", fallback: "nothing" },
    { name: "common", type: "string", doc: "In common.", fallback: "none" },
  ]);
});

test("a property without a comment, and an optional one without a default, are told with file, line and name, all at once", () => {
  const text = `export interface Props {
    readonly bare: string;
    /** A size. */
    readonly size?: number;
    /** Fine. */
    readonly fine: string;
  }`;
  expect(() => read({ "own/a.ts": text }, { name: "Props" })).toThrow(
    [
      "own/a.ts:2: `bare` has no comment: say above it what it is",
      "own/a.ts:4: `size` may be left out, and its comment has no `@default`: say what is done then",
    ].join("\n"),
  );
});

test("an interface that is not there is an error that names it", () => {
  expect(() => read({ "own/a.ts": "" }, { name: "Propz" })).toThrow(
    "no interface `Propz` in own/: correct its name in the page's `<!-- props: … -->`",
  );
});
