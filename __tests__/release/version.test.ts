import { isRelease, leastSize, newest, next } from "../../release/version";

test.each([
  { changes: [["Fixed", "a"]], least: "patch" },
  { changes: [["Security", "a"]], least: "patch" },
  {
    changes: [
      ["Fixed", "a"],
      ["Added", "b"],
    ],
    least: "minor",
  },
  { changes: [["Changed", "a"]], least: "minor" },
  { changes: [["Deprecated", "a"]], least: "minor" },
  {
    changes: [
      ["Removed", "a"],
      ["Fixed", "b"],
    ],
    least: "major",
  },
  { changes: [["Fixed", "**Breaking:** a"]], least: "major" },
  { changes: [["Changed", "not **Breaking:** a"]], least: "minor" },
] as const)("$changes asks for a $least release", ({ changes, least }) => {
  expect(leastSize(changes.map(([kind, text]) => ({ kind, text })))).toBe(least);
});

test.each([
  ["1.0.0", true],
  ["10.20.30", true],
  ["1.0", false],
  ["v1.0.0", false],
  ["1.0.0-rc.1", false],
  ["1.0.0+build", false],
  ["01.0.0", false],
  ["", false],
])("%p is a release's version: %p", (text, is) => {
  expect(isRelease(text)).toBe(is);
});

test("the newest is so by numbers, and what is no release's is passed over", () => {
  expect(newest(["1.9.0", "1.10.0", "2.0.0-rc.1", "something"])).toBe("1.10.0");
  expect(newest([])).toBeUndefined();
});

test("what comes next sets to zero what is less", () => {
  expect((["patch", "minor", "major"] as const).map((size) => next("1.2.3", size))).toEqual([
    "1.2.4",
    "1.3.0",
    "2.0.0",
  ]);
});
