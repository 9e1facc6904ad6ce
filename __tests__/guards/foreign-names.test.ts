import ts from "typescript";
import { foreignNames } from "../../guards/foreign-names";

const FILE = "planted.ts";
const preamble = `
  interface Object {} interface Function {} interface String {} interface Number {} interface Boolean {}
  interface Array<T> { [index: number]: T } interface CallableFunction {} interface NewableFunction {}
  interface IArguments {} interface RegExp {}
  interface ObjectConstructor { assign(...values: unknown[]): object; hasOwn(o: object, name: string): boolean }
  declare const Object: ObjectConstructor;
  declare const record: { [name: string]: string };
  declare const records: { [name: string]: string }[];
  declare const known: { one: string; two: string };
  declare const name: string;
  declare const one: "one" | "two";
`;

/** What the guard says of a line of TypeScript; nothing of the compiler's library is loaded. */
function findingsIn(line: string) {
  const text = preamble + line;
  const file = ts.createSourceFile(FILE, text, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (asked) => (asked === FILE ? file : undefined),
    readFile: () => undefined,
    fileExists: (asked) => asked === FILE,
  };
  const program = ts.createProgram([FILE], { noLib: true, noEmit: true, strict: true, types: [] }, host);
  return foreignNames(program, [program.getSourceFile(FILE)!]).map(({ what }) => what);
}

describe("the guard over names that others chose", () => {
  it.each([
    ["a look-up by any name", "record[name];", "record[name]"],
    ["a look-up by a composed name", `record[\`\${name}/tcp\`];`, "record[`$" + "{name}/tcp`]"],
    ["an entry set by any name", 'record[name] = "";', "record[name]"],
    ["a question by `in`", "name in record;", "name in record"],
    ["an assignment of all entries", "Object.assign({}, record);", "record"],
    ["an assignment of all entries of several", "Object.assign({}, ...records);", "...records"],
  ])("finds %s", (_, line, shown) => {
    expect(findingsIn(line)).toEqual([expect.stringContaining(`\`${shown}\``)]);
  });

  it.each([
    ["a look-up by a name that is written down", 'record["one"];'],
    ["a look-up by one of a few names", "known[one];"],
    ["a question for the object's own", "Object.hasOwn(record, name);"],
    ["an assignment of what has known names", "Object.assign({}, known);"],
    ["an item of a list", "records[0];"],
  ])("lets %s be", (_, line) => {
    expect(findingsIn(line)).toEqual([]);
  });
});
