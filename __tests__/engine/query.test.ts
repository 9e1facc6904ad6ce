import { encodeFilters, encodeInstant, encodeQuery, segment } from "../../engine/query";

test.each([
  { query: undefined, text: "" },
  { query: {}, text: "" },
  { query: { a: undefined }, text: "" },
  { query: { all: true, limit: 3, name: "a b&c" }, text: "?all=true&limit=3&name=a+b%26c" },
  { query: { names: ["x:1", "y"] }, text: "?names=x%3A1&names=y" },
])("the query $query is $text", ({ query, text }) => {
  expect(encodeQuery(query)).toBe(text);
});

test.each([
  { filters: undefined, text: undefined },
  { filters: {}, text: undefined },
  { filters: { label: undefined }, text: undefined },
  {
    filters: { dangling: true, label: ["a=b", "c"], name: "x" },
    text: '{"dangling":["true"],"label":["a=b","c"],"name":["x"]}',
  },
])("the filters $filters are $text", ({ filters, text }) => {
  expect(encodeFilters(filters)).toBe(text);
});

test.each([
  { instant: undefined, text: undefined },
  { instant: new Date(1500), text: "1.500" },
  { instant: 17, text: "17" },
  { instant: "17.5", text: "17.5" },
  { instant: "1970-01-01T00:00:01Z", text: "1.000000000" },
  { instant: "1970-01-01T01:00:01.123456789+01:00", text: "1.123456789" },
  { instant: "1970-01-01T00:00:01.5Z", text: "1.500000000" },
])("the instant $instant is $text", ({ instant, text }) => {
  expect(encodeInstant(instant)).toBe(text);
});

test.each(["yesterday", "", "2026-01-01", "10m"])("%j is no instant", (instant) => {
  expect(() => encodeInstant(instant)).toThrow(expect.objectContaining({ code: "bad-request" }));
});

test.each([
  { name: "web", path: "web" },
  { name: "registry.example.com:5000/team/app:v1", path: "registry.example.com:5000/team/app:v1" },
  { name: "app@sha256:00ff", path: "app@sha256:00ff" },
  { name: "a?b#c d%", path: "a%3Fb%23c%20d%25" },
])("$name in a path is $path", ({ name, path }) => {
  expect(segment(name)).toBe(path);
});

test.each(["", ".", "..", "a/../b", "/a", "a//b", "a/"])("%j is no name", (name) => {
  expect(() => segment(name)).toThrow(expect.objectContaining({ code: "bad-request" }));
});
