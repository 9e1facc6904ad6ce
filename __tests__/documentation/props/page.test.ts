import { wantedBy, withTables } from "../../../documentation/props/page";
import type { Prop } from "../../../documentation/props/prop";

const props: readonly Prop[] = [{ name: "size", type: "number", doc: "Size.", fallback: "`1`" }];
const header = "| prop | type | meaning | default |\n|---|---|---|---|";
const row = "| `size` | `number` | Size. | `1` |";
const place = (words: string, inside = "") => `<!-- props: ${words} -->\n${inside}<!-- /props -->`;

test("each place gets its table, and what is around it stays", () => {
  const page = (inside: string) =>
    `# A\nBefore.\n\n${place("A", inside)}\n\nBetween.\n\n${place("B", inside)}\nAfter.\n`;
  const written = page(`\n${header}\n${row}\n\n`);
  expect(withTables(page(""), () => props)).toBe(written);
  expect(withTables(written, () => props)).toBe(written);
  expect(withTables(page(`${header}\n| old |\n`), () => props)).toBe(written);
});

test("a place names an interface, and those that are shown with it", () => {
  expect(wantedBy(`${place("A")}\n${place("B, with C and D")}`)).toEqual([
    { name: "A" },
    { name: "B", also: ["C", "D"] },
  ]);
});

test("a page without a place stays as it is", () => {
  expect(withTables("# A\n", () => props)).toBe("# A\n");
});

test("a place that names no interface is an error that shows how to", () => {
  expect(() => withTables(place("A and B"), () => props)).toThrow(
    "`<!-- props: A and B -->` names no interface: `<!-- props: NAME -->`, or `<!-- props: NAME, with NAME and NAME -->`",
  );
});

test.each(["", place("B")])("a place that is not closed, with %p after it, is an error that says so", (after) => {
  expect(() => withTables(`<!-- props: A -->\n\ntext\n${after}`, () => props)).toThrow(
    "`<!-- props: A -->` has no `<!-- /props -->` below it: add it",
  );
});
