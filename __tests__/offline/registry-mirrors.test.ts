import { clearedOf, hasMirror, withMirror } from "../../offline/registry-mirrors";

const mirror = "http://127.0.0.1:5555";

test.each([
  { name: "no file", before: "", after: { "registry-mirrors": [mirror] } },
  {
    name: "other settings stay, in their order",
    before: '{"debug":true,"data-root":"/srv"}',
    after: { debug: true, "data-root": "/srv", "registry-mirrors": [mirror] },
  },
  {
    name: "other mirrors come after",
    before: '{"registry-mirrors":["https://mirror.example.com"]}',
    after: { "registry-mirrors": [mirror, "https://mirror.example.com"] },
  },
  {
    name: "the mirror is there once",
    before: `{"registry-mirrors":["https://mirror.example.com","${mirror}/"]}`,
    after: { "registry-mirrors": [mirror, "https://mirror.example.com"] },
  },
])("$name", ({ before, after }) => {
  expect(withMirror(before, mirror)).toBe(`${JSON.stringify(after, undefined, 2)}\n`);
});

test.each(["[]", "null", '{"debug":', "nonsense"])("%p is refused", (text) => {
  expect(() => withMirror(text, mirror)).toThrow(SyntaxError);
});

test.each([
  {
    name: "the only mirror goes with its list",
    before: { debug: true, "registry-mirrors": [mirror] },
    after: { debug: true },
  },
  {
    name: "others stay",
    before: { "registry-mirrors": [`${mirror}/`, "https://mirror.example.com"] },
    after: { "registry-mirrors": ["https://mirror.example.com"] },
  },
  { name: "settings without it stay", before: { debug: true }, after: { debug: true } },
])("cleared of the mirror: $name", ({ before, after }) => {
  expect(clearedOf(JSON.stringify(before), mirror)).toBe(`${JSON.stringify(after, undefined, 2)}\n`);
  expect(hasMirror(JSON.stringify(before), mirror)).toBe("registry-mirrors" in before);
});
