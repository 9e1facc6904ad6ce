import { wrapped } from "../../commands/wrapped";

test("a paragraph is broken between words, under its mark", () => {
  expect(wrapped("one two three four", 12, "> ", "  ")).toBe("> one two\n  three four");
});

test("a word that is wider than the terminal has a line of its own", () => {
  expect(wrapped("a wwwwwwwwwwwwwwww b", 8, "", "")).toBe("a\nwwwwwwwwwwwwwwww\nb");
});
