import fc from "fast-check";
import { parseEvents, YAMLException } from "js-yaml";
import { movedEvents } from "../../../../constructs/compose/read/events";
import { MovedText } from "../../../../constructs/compose/read/moved-text";
import { flowDocuments } from "../reference/flow-documents";

/** A document whose lines may be anything that brackets, quotes, block scalars and comments are made of. */
const anyDocument = fc
  .array(
    fc.tuple(
      fc.constantFrom("", "", "  ", "    ", "      ", " ", "\t"),
      fc.constantFrom("a: ", "b: ", "- ", "- c: ", "? ", ": ", "", "d:\n", "&x ", "!!str ", "*x ", "--- ", "%T "),
      fc.constantFrom(
        "x",
        "it's",
        "[y",
        "{z",
        "}",
        "]",
        "'q",
        '"r',
        '\\"',
        "|",
        ">-",
        "|1",
        "# '",
        "x # [",
        "",
        "[e, f]",
        "{g: h}",
        "'i'",
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) => lines.map((parts) => parts.join("")).join("\n"));

function eventsOf(text: string): ReturnType<typeof parseEvents> | undefined {
  try {
    return parseEvents(text, {});
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

test.each([
  ["brackets, braces and quotes", flowDocuments],
  ["any lines", anyDocument],
])("what js-yaml reads, it reads the same with lines moved in: %s", (_, given) => {
  fc.assert(
    fc.property(given, (text) => {
      const before = eventsOf(text);
      fc.pre(before !== undefined);
      expect(movedEvents(new MovedText(text), {})).toEqual(before);
    }),
    // Runs whose text js-yaml does not read are not counted.
    { numRuns: 200 },
  );
});

const rows: readonly { readonly name: string; readonly text: string; readonly moved: string }[] = [
  { name: "brackets", text: "a:\n  b: [\nx\n]\n", moved: "a:\n  b: [\n    x\n    ]\n" },
  { name: "a quoted text", text: "a: 'x\n y\nz'\n", moved: "a: 'x\n y\n z'\n" },
  { name: "a quoted text in brackets", text: "a: ['x\n# y\n']\n", moved: "a: ['x\n  # y\n  ']\n" },
  { name: "lines that are far enough in", text: "a: [\n  x,\n    y]\n", moved: "a: [\n  x,\n    y]\n" },
  { name: "a comment in brackets", text: "a: [\n# x\n\n]\n", moved: "a: [\n# x\n\n  ]\n" },
  {
    name: "a block scalar with brackets in it",
    text: "a: |\n  [\n  '\nb: >\n [\n",
    moved: "a: |\n  [\n  '\nb: >\n [\n",
  },
  {
    name: "a block scalar that begins with a tab",
    text: "a: |\n  \tx\n  ['\nb: 1\n",
    moved: "a: |\n  \tx\n  ['\nb: 1\n",
  },
  { name: "a block scalar in a list", text: "a:\n- |\n [\n\n x\n- ]\n", moved: "a:\n- |\n [\n\n x\n- ]\n" },
  { name: "a plain scalar over lines", text: 'a: x\n [\n "\nb: ]\n', moved: 'a: x\n [\n "\nb: ]\n' },
  { name: "a comment with brackets", text: "# [\na: x # {\nb: 'y' # \"\n", moved: "# [\na: x # {\nb: 'y' # \"\n" },
  { name: "an apostrophe in a word", text: "a: it's\nb: it's\n", moved: "a: it's\nb: it's\n" },
  { name: "a mark of a document in brackets", text: "a: [\n---\n]\n", moved: "a: [\n---\n]\n" },
  { name: "carriage returns", text: "a: [\r\nx]\r\n", moved: "a: [\r\n  x]\r\n" },
];
test.each(rows)("$name", ({ text, moved }) => {
  expect(new MovedText(text).text).toBe(moved);
});

test("a place in the moved text is that of the text as given", () => {
  const text = "a: [\nx,\n y\n]\nb: z\n";
  const moved = new MovedText(text);
  for (const sought of ["a", "x", "y", "]", "b", "z"]) {
    expect(moved.given(moved.text.indexOf(sought))).toBe(text.indexOf(sought));
  }
  expect(moved.given(moved.text.length)).toBe(text.length);
});

test("added spaces are the beginning of their line", () => {
  const moved = new MovedText("    a: [\nx]\n");
  expect(moved.text).toBe("    a: [\n      x]\n");
  expect([8, 9, 12, 14, 15].map((offset) => moved.given(offset))).toEqual([8, 9, 9, 9, 9]);
});

test("a text does not grow without end", () => {
  const deep = `${" ".repeat(100_000)}a: [\n${"x,\n".repeat(100_000)}]`;
  expect(new MovedText(deep).text.length).toBeLessThan(5 * deep.length);
});
