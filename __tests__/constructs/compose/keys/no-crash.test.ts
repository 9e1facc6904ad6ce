import fc from "fast-check";
import { project } from "../../../../constructs/compose/keys/project";
import type { Shape } from "../../../../constructs/compose/keys/shapes/shape";
import { tryCompileText } from "../compile-text";
import { specified } from "../specification";

/** YAML in flow style, which nests anywhere. */
const yaml = (value: unknown): string => JSON.stringify(value);

const wrong: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e30,
  "",
  "x",
  "a:b:c",
  "=",
  "$",
  [],
  [[]],
  [null],
  [{}],
  ["x", 1],
  {},
  { x: null },
  { x: { y: [1] } },
  { "": 1 },
  "80:80:80:80",
  "-1",
  "\u0000",
  "a\nb",
  "{",
  "1d2x",
  "../../..",
  "~/x",
];

/** A file in which `value` stands at `path`, inside mappings and, where those are not taken, lists. */
function fileWith(path: string, value: unknown): unknown {
  const keys = path.split(".");
  const build = (shape: Shape<unknown, string>, at: number): unknown => {
    if (at === keys.length) return value;
    const key = keys[at]!;
    const inner = { [key === "*" ? "name" : key]: build(shape.under![key]!.shape, at + 1) };
    return /^a list/.test(shape.forms) || /or a list of mapping/.test(shape.forms) ? [inner] : inner;
  };
  return build(project, 0);
}

/** What is wrong with how a text is taken: nothing, as long as it is converted or each error has its place. */
function faults(text: string): string[] {
  const compiled = tryCompileText(text);
  if ("stack" in compiled) return [];
  if (compiled.errors.length === 0) return [`neither a stack nor an error: ${text}`];
  return compiled.errors.flatMap(({ origin, what }) => (origin ? [] : [`no place: ${what}`]));
}

test.each(specified)("%s: whatever stands there is converted, or an error with its place", (path) => {
  expect(wrong.flatMap((value) => faults(yaml(fileWith(path, value))))).toEqual([]);
});

test("whatever stands anywhere is converted, or an error with its place", () => {
  const anything = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(fc.constantFrom(...specified), anything, (path, value) => {
      expect(faults(yaml(fileWith(path, value)))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("whatever is in a file is read, or an error with its place", () => {
  const characters = fc.constantFrom(
    "a",
    ":",
    " ",
    "\n",
    "- ",
    "{",
    "}",
    "[",
    "]",
    "*x",
    "&x",
    "<<",
    "!reset",
    "$",
    "${",
    "'",
    '"',
    "#",
    "|",
    "\t",
    "services",
    "image",
  );
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 40 }), (parts) => {
      expect(faults(parts.join(""))).toEqual([]);
    }),
    { numRuns: 250 },
  );
});
