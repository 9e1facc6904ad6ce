import { reported } from "../compile-text";

const main = "include: [sub/other.yml]\nservices: {a: {image: a}}\n";

const rows: { name: string; other: string; reported: string[] }[] = [
  {
    name: "a misspelt section",
    other: "servces: {b: {image: b}}\n",
    reported: ["unknown-key sub/other.yml:1:1"],
  },
  {
    name: "sections of the wrong kind",
    other: "services: 5\nnetworks: [n]\nvolumes: v\nsecrets: true\nconfigs: []\n",
    reported: ["1:11", "2:11", "3:10", "4:10", "5:10"].map((place) => `wrong-type sub/other.yml:${place}`),
  },
  {
    name: "a name that is none",
    other: "name: [x]\nservices: {b: {image: b}}\n",
    reported: ["wrong-type sub/other.yml:1:7"],
  },
  {
    name: "a service's unknown key, once",
    other: "services: {b: {image: b, prots: [80]}}\n",
    reported: ["unknown-key sub/other.yml:1:26"],
  },
  {
    name: "what an included file includes",
    other: "include: [third.yml]\nservices: {b: {image: b}}\n",
    reported: ["unknown-key sub/third.yml:1:1"],
  },
  {
    name: "an unknown key that the main file has, too",
    other: "nonsense: 5\nservices: {b: {image: b}}\n",
    reported: ["unknown-key sub/other.yml:1:1"],
  },
];
test.each(rows)("of an included file, $name is told", ({ other, reported: expected }) => {
  const beside = { "sub/other.yml": other, "sub/third.yml": "volumse: {v: }\nservices: {c: {image: c}}\n" };
  expect(reported(main, { beside })).toEqual([...expected].sort());
});

test.each([
  ["nothing but a network", "networks: {n: }\n"],
  ["keys of one's own, a name and a version", 'x-mine: 5\nname: other\nversion: "3"\nservices: {b: {image: b}}\n'],
  ["empty sections", "services:\nnetworks:\nvolumes:\n"],
  ["an inactive service that is broken", "services: {b: {image: b, prots: [80], profiles: [p]}}\n"],
])("an included file may have %s", (_, other) => {
  expect(reported(main, { beside: { "sub/other.yml": other } })).toEqual([]);
});

test("a warning about an included file is given once", () => {
  const beside = { "sub/other.yml": "services: {b: {image: b, volumes: ['./x:/x']}}\n" };
  expect(reported(main, { beside })).toEqual(["relative-bind sub/other.yml:1:37"]);
});

test("a service that only a misspelt section of an included file has is not told a second time", () => {
  const text = "include: [sub/other.yml]\nservices: {a: {image: a, depends_on: [b]}}\n";
  const beside = { "sub/other.yml": "servces: {b: {image: b}}\n" };
  expect(reported(text, { beside })).toEqual(["unknown-key sub/other.yml:1:1"]);
});
