import { chosen } from "../../../commands/test/chosen";

const all = [{ name: "a" }, { name: "b" }, { name: "c" }];

test.each([
  { names: [], expected: ["a", "b", "c"] },
  { names: ["c", "a"], expected: ["a", "c"] },
])("of a, b and c, $names chooses $expected", ({ names, expected }) => {
  expect(chosen(() => "letter", all, names).map(({ name }) => name)).toEqual(expected);
});

test("a name that is not there is told with those that are", () => {
  expect(() => chosen(() => "letter", all, ["a", "d"])).toThrow("unknown letter `d`: there are a, b, c");
});
