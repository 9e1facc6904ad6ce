import ts from "typescript";
import { slowExpressions } from "../../guards/regular-expressions";

/** What the guard says of a file that has this line. */
const findingsIn = (line: string): string[] =>
  slowExpressions([ts.createSourceFile("planted.ts", `\n${line}`, ts.ScriptTarget.ES2022, true)]).map(
    ({ at, what }) => `${at} ${what}`,
  );

describe("the guard over regular expressions", () => {
  test.each([
    ["a repeated choice whose parts make the same text", String.raw`/"(?:\\.|[^"])*"/`],
    ["a repeated repetition", String.raw`/^(?:\d+\.?\d*m)+$/`],
  ])("finds %s, which takes exponential time", (_, expression) => {
    expect(findingsIn(`export const planted = ${expression};`)).toEqual([
      expect.stringMatching(/^planted\.ts:2 .*(?:exponential|doubles)/s),
    ]);
  });

  test.each([
    ["two neighbours that take each other's text", "/^a+a+$/"],
    ["a search that begins again at each character", "/ +$/"],
  ])("finds %s, which takes quadratic time", (_, expression) => {
    expect(findingsIn(`export const planted = ${expression};`)).toEqual([
      expect.stringMatching(/^planted\.ts:2 .*grows with their square/),
    ]);
  });

  test.each([String.raw`/^"(?:\\.|[^"\\])*"/`, String.raw`/^(?:\d+(?:\.\d*)?m)+$/`, "/^[a-z]+(?:-[a-z]+)*$/"])(
    "lets %s be",
    (expression) => {
      expect(findingsIn(`export const planted = ${expression};`)).toEqual([]);
    },
  );

  test("finds an expression that is put together, which nobody can check", () => {
    expect(findingsIn('export const planted = new RegExp("a+a+$");')).toEqual([
      expect.stringMatching(/^planted\.ts:2 .*write a literal/),
    ]);
  });
});
