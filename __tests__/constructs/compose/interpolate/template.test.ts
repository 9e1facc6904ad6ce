import fc from "fast-check";
import { tryInterpolate } from "../../../../constructs/compose/interpolate/template";

const variables = new Map([
  ["SET", "s"],
  ["EMPTY", ""],
  ["OTHER", "o"],
  ["DOLLAR", "$SET"],
  ["CFG", "c"],
]);
const interpolate = (text: string) => tryInterpolate(text, (name) => variables.get(name));

const rows: [text: string, result: string][] = [
  ["plain", "plain"],
  ["", ""],
  ["$SET", "s"],
  ["${SET}", "s"],
  ["a$SET-b", "as-b"],
  ["a${SET}b${OTHER}c", "asboc"],
  ["$SET$OTHER", "so"],
  ["$UNSET", ""],
  ["$$", "$"],
  ["$$SET", "$SET"],
  ["$$$SET", "$s"],
  ["$${SET:-x}", "${SET:-x}"],
  ["${SET:-x}", "s"],
  ["${EMPTY:-x}", "x"],
  ["${UNSET:-x}", "x"],
  ["${SET-x}", "s"],
  ["${EMPTY-x}", ""],
  ["${UNSET-x}", "x"],
  ["${UNSET:-}", ""],
  ["${UNSET-}", ""],
  ["${SET:+x}", "x"],
  ["${EMPTY:+x}", ""],
  ["${UNSET:+x}", ""],
  ["${SET+x}", "x"],
  ["${EMPTY+x}", "x"],
  ["${UNSET+x}", ""],
  ["${SET:?must}", "s"],
  ["${EMPTY?must}", ""],
  ["${UNSET:-${SET}}", "s"],
  ["${UNSET:-${EMPTY:-${OTHER}}}", "o"],
  ["${UNSET:-a${SET}b$OTHER}", "asbo"],
  ["${SET:+${OTHER}}", "o"],
  ["${UNSET:-a:b-c?d}", "a:b-c?d"],
  ["${UNSET:-$$x}", "$x"],
  ["${UNSET:-{a}", "{a"],
  ["{$SET}", "{s}"],
  ["$DOLLAR", "$SET"],
  ["${UNSET:-http://h:80/?q=1}", "http://h:80/?q=1"],
];
/** As compose-go's template package has them. */
const braces: [text: string, result: string][] = [
  ['${CFG:-{"a":1}}', "c"],
  ['${UNSET:-{"a":1}}', '{"a":1}'],
  ['${CFG:-{"a":{"b":1}}}', "c"],
  ['${UNSET:-{"a":{"b":1}}}', '{"a":{"b":1}}'],
  ['x${CFG:-{"a":1}}y', "xcy"],
  ['x${UNSET:-{"a":1}}y', 'x{"a":1}y'],
  ["${UNSET:-{a}", "{a"],
  ["${CFG:-{a}", "c"],
  ['${CFG-{"a":1}}', "c"],
  ['${UNSET-{"a":1}}', '{"a":1}'],
  ['${CFG:+{"a":1}}', '{"a":1}'],
  ['${UNSET:+{"a":1}}', ""],
  ['${CFG:?{"a":1}}', "c"],
  ["${UNSET:-a}b}", "ab}"],
  ["${UNSET:-}}", "}"],
  ["${CFG:-}}", "c}"],
  ["${UNSET:-{}}", "{}"],
  ["${CFG:-{}}", "c"],
  ["${UNSET:-{${SET}}}", "{s}"],
  ["${CFG:-{${SET}}}", "c"],
  ["${UNSET:-${SET}{x}}", "s{x}"],
  ["${UNSET:-{$SET}}", "{s}"],
  ['${UNSET:-{"a":"}"}}', '{"a":"}"}'],
  ['${CFG:-{"a":"}"}}', "c}"],
  ["${UNSET:-a{b}c{d}e}", "a{b}c{d}e"],
  ["${UNSET:-}{a}", "{a}"],
  ["${UNSET:-{{.Node}}}", "{{.Node}}"],
  ["${UNSET:-$$x}", "$x"],
  ["${UNSET:-${SET:-{x}}}", "s"],
  ["${UNSET:-{$$}}", "{$}"],
  ["${UNSET:-{a}{b}", "{a}{b"],
  ["{${SET}}", "{s}"],
  ["${UNSET:-a{}", "a{"],
  ["${CFG:-a{}", "c"],
  ["${UNSET:-{a}}${CFG:-{b}}", "{a}c"],
  ["${UNSET:-{a}${CFG:-{b}}", "{a}c"],
  ["${UNSET:-{}${SET}}", "{}s"],
  // Where two braces open side by side compose-go counts one, and leaves a brace behind.
  ["${CFG:-{{.Node}}}", "c"],
];

test.each([...rows, ...braces])("%s becomes %s", (text, result) => {
  expect(interpolate(text)).toMatchObject({ text: result, required: [] });
});

const missing: [text: string, name: string, message: string][] = [
  ["${UNSET:?must be set}", "UNSET", "must be set"],
  ["${EMPTY:?must not be empty}", "EMPTY", "must not be empty"],
  ["${UNSET?must}", "UNSET", "must"],
  ["${UNSET?}", "UNSET", ""],
  ["${UNSET:?set $OTHER}", "UNSET", "set o"],
  ['${UNSET:?{"a":1}}', "UNSET", '{"a":1}'],
  ["${UNSET?{a}}", "UNSET", "{a}"],
];
test.each(missing)("%s asks for %s: %s", (text, name, message) => {
  expect(interpolate(text)).toMatchObject({ required: [{ name, message, offset: 0, length: text.length }] });
});

test("a required variable in a default counts only where the default is used", () => {
  expect(interpolate("${SET:-${UNSET:?must}}")).toMatchObject({ text: "s", required: [] });
  expect(interpolate("${UNSET:-${UNSET2:?must}}")).toMatchObject({ required: [{ name: "UNSET2" }] });
});

test("an unset variable is told with its place", () => {
  expect(interpolate("ab $UNSET ${UNSET2}")).toMatchObject({
    unset: [
      { name: "UNSET", offset: 3, length: 6 },
      { name: "UNSET2", offset: 10, length: 9 },
    ],
  });
});

const faults: [text: string, offset: number, why: RegExp][] = [
  ["$", 0, /begins no variable/],
  ["a $ b", 2, /begins no variable/],
  ["$5", 0, /begins no variable/],
  ["${", 0, /no name/],
  ["${}", 0, /no name/],
  ["${1}", 0, /no name/],
  ["${A", 0, /without its `}`/],
  ["x${A:-b", 1, /without its `}`/],
  ["${A!b}", 0, /unknown operator/],
  ["${A b}", 0, /unknown operator/],
  ["${A:b}", 0, /unknown operator/],
  ["${A:-${B}", 0, /without its `}`/],
  ["${A:-$}", 5, /begins no variable/],
  ["${A:-".repeat(100_000), 0, /without its `}`/],
  ["${A:-".repeat(100_000) + "}".repeat(100_000), 160, /inside each other/],
];
test.each(faults)("%.20s is malformed at %d", (text, offset, why) => {
  const fault = { offset, length: expect.any(Number), why: expect.stringMatching(why) };
  expect(interpolate(text)).toEqual({ fault, faults: [fault] });
});

test.each<[text: string, ...offsets: number[]]>([
  ["$ and $ and ${SET} and ${}", 0, 6, 23],
  ["$5 ${1} ${A!b} ${A", 0, 3, 8, 15],
  ["${UNSET:-$ ${}} $", 9, 11, 16],
])("all that is malformed in %s is told", (text, ...offsets) => {
  expect(interpolate(text)).toMatchObject({ faults: offsets.map((offset) => ({ offset })) });
});

test("text whose dollars are doubled stays as it is", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(interpolate(text.replaceAll("$", "$$$$"))).toMatchObject({ text });
    }),
  );
});

test("no text makes it crash, and what is put in is not read again", () => {
  const alphabet = fc.constantFrom("$", "{", "}", ":", "-", "?", "+", "SET", "UNSET", "DOLLAR", " ");
  fc.assert(
    fc.property(fc.array(alphabet, { maxLength: 20 }), (parts) => {
      const result = interpolate(parts.join(""));
      expect("fault" in result || typeof result.text === "string").toBe(true);
    }),
  );
});
