import { listOf, number, type ObjectValue, setOf, string, stringMap, stringSet } from "../../../../provider/schema";
import { project } from "../../../../provider/schema/plan/project";

const doc = "a value";
const port = { port: number({ required: true, doc }), protocol: string({ optional: true, default: "tcp", doc }) };
const fields = {
  name: string({ required: true, doc, same: (a, b) => a.toLowerCase() === b.toLowerCase() }),
  flag: string({ optional: true, zero: "", doc }),
  plain: string({ optional: true, doc }),
  usual: string({ optional: true, default: "as usual", doc }),
  given: string({ optional: true, computed: true, zero: "", doc }),
  words: stringSet({ optional: true, doc }),
  options: stringMap({ optional: true, zero: {}, adds: true, doc }),
  list: listOf(port, { doc }),
  free: listOf(port, { doc, unordered: true }),
  set: setOf(port, { doc }),
  labels: setOf(
    { label: string({ required: true, doc }), value: string({ required: true, doc }) },
    { doc, adds: true, key: ["label"] },
  ),
  chosen: listOf({ size: number({ optional: true, computed: true, doc }) }, { doc, computed: "observed" }),
  limits: listOf({ most: number({ optional: true, zero: 0, doc }) }, { doc, emptyIsNone: true, adds: true }),
} as const;
const nothing = {
  ...{ name: "a", flag: undefined, plain: undefined, usual: "as usual", given: undefined, words: undefined },
  ...{ options: undefined, list: [], free: [], set: [], labels: [], chosen: [], limits: [] },
};
const tcp = (number: number) => ({ port: number, protocol: "tcp" });
const label = (name: string, value: string) => ({ label: name, value });

interface Row {
  readonly name: string;
  /** Beside nothing but a name. */
  readonly asked?: ObjectValue;
  readonly found: ObjectValue;
  readonly told: ObjectValue;
}

const rows: readonly Row[] = [
  { name: "what is not spoken of stays", found: {}, told: { name: "a" } },
  { name: "another value is told", found: { name: "b" }, told: { name: "b" } },
  { name: "of another spelling the one that was asked for", found: { name: "A" }, told: { name: "a" } },
  { name: "a value that is gone is told", found: { name: undefined }, told: { name: undefined } },
  { name: "the engine's zero is none where nothing is asked", found: { flag: "" }, told: { flag: undefined } },
  { name: "another value than zero is told, though nothing is asked", found: { flag: "x" }, told: { flag: "x" } },
  { name: "what the engine fills in is not told", found: { plain: "x" }, told: { plain: undefined } },
  { name: "what is computed is told, though it is zero", found: { given: "" }, told: { given: "" } },
  { name: "what is computed is told", found: { given: "x" }, told: { given: "x" } },
  {
    name: "a state that is older than an attribute has the default of it",
    asked: { usual: undefined },
    found: {},
    told: { usual: "as usual" },
  },
  {
    name: "of a set in another order the one that was asked for",
    asked: { words: ["x", "y"] },
    found: { words: ["y", "x"] },
    told: { words: ["x", "y"] },
  },
  {
    name: "of a map that the engine adds to what was asked for",
    asked: { options: { a: "1", b: "2" } },
    found: { options: { a: "3", c: "4" } },
    told: { options: { a: "3" } },
  },
  { name: "nothing of it where nothing was", found: { options: { c: "4" } }, told: { options: undefined } },
  { name: "a block that nobody asked for is not told", found: { set: [tcp(1)] }, told: { set: [] } },
  {
    name: "one beside those that were asked for is told",
    asked: { set: [tcp(1)] },
    found: { set: [tcp(2), tcp(1)] },
    told: { set: [tcp(1), tcp(2)] },
  },
  {
    name: "blocks of a set keep their order",
    asked: { set: [tcp(1), tcp(2)] },
    found: { set: [tcp(2), tcp(1)] },
    told: { set: [tcp(1), tcp(2)] },
  },
  {
    name: "blocks of a list without an order, too",
    asked: { free: [tcp(1), tcp(2)] },
    found: { free: [tcp(2), tcp(1)] },
    told: { free: [tcp(1), tcp(2)] },
  },
  {
    name: "blocks of a list with one are told in the engine's",
    asked: { list: [tcp(1), tcp(2)] },
    found: { list: [tcp(2), tcp(1)] },
    told: { list: [tcp(2), tcp(1)] },
  },
  {
    name: "a block that is gone is told",
    asked: { set: [tcp(1), tcp(2)] },
    found: { set: [tcp(2)] },
    told: { set: [tcp(2)] },
  },
  {
    name: "of blocks that the engine adds to those that were asked for, by their key",
    asked: { labels: [label("a", "1"), label("b", "2")] },
    found: { labels: [label("c", "4"), label("a", "3")] },
    told: { labels: [label("a", "3")] },
  },
  {
    name: "a block that the engine chooses is told",
    found: { chosen: [{ size: 5 }] },
    told: { chosen: [{ size: 5 }] },
  },
  {
    name: "a block that says nothing stays where the engine has none",
    asked: { limits: [{ most: 0 }] },
    found: { limits: [] },
    told: { limits: [{ most: 0 }] },
  },
];
test.each(rows)("$name", ({ asked, found, told }) => {
  expect(project(fields, { ...nothing, ...asked }, found)).toMatchObject(told);
});

describe("an import", () => {
  const imported = (found: ObjectValue) => project(fields, undefined, { name: "a", ...found });

  test("has the default of whatever was not observed, and no blocks", () => {
    expect(imported({})).toEqual(nothing);
  });

  test.each([
    { name: "no zero", found: { flag: "" }, told: { flag: undefined } },
    { name: "what the engine fills in", found: { plain: "x" }, told: { plain: "x" } },
    { name: "what is computed, though it is zero", found: { given: "" }, told: { given: "" } },
    { name: "all of a map", found: { options: { a: "1", c: "4" } }, told: { options: { a: "1", c: "4" } } },
    { name: "all blocks", found: { set: [{ port: 80 }] }, told: { set: [tcp(80)] } },
    { name: "blocks that the engine adds", found: { labels: [label("a", "1")] }, told: { labels: [label("a", "1")] } },
    { name: "none of them that says nothing", found: { limits: [{ most: 0 }] }, told: { limits: [] } },
  ])("tells $name", ({ found, told }) => {
    expect(imported(found)).toMatchObject(told);
  });
});
