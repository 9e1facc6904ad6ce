import { said } from "../../languages/said";

afterEach(() => {
  process.env["LC_ALL"] = "C";
});

const removed = said(
  (name: string, count: number) => `removed ${name}, ${count} in all`,
  (name, count) => `se quitó ${name}, ${count} en total`,
);

test.each([
  { language: "C", says: "removed web, 2 in all" },
  { language: "es_AR.UTF-8", says: "se quitó web, 2 en total" },
])("a message is said in the language of the moment: $language", ({ language, says }) => {
  process.env["LC_ALL"] = language;
  expect(removed("web", 2)).toBe(says);
});

test("one without facts is a text", () => {
  expect(said("starting", "empezando")()).toBe("starting");
});
