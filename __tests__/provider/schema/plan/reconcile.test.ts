import { listOf, number, setOf, string, stringSet } from "../../../../provider/schema";
import { imported, reconcile } from "../../../../provider/schema/plan/reconcile";

const doc = "a value";
const port = { port: number({ required: true, doc }), protocol: string({ optional: true, default: "tcp", doc }) };
const fields = {
  name: string({ required: true, doc, same: (a, b) => a.toLowerCase() === b.toLowerCase() }),
  flag: string({ optional: true, zero: "", doc }),
  words: stringSet({ optional: true, doc }),
  list: listOf(port, { doc }),
  free: listOf(port, { doc, unordered: true }),
  set: setOf(port, { doc }),
} as const;
const prior = { name: "a", flag: undefined, words: ["x", "y"], list: [], free: [], set: [] };
const tcp = (number: number) => ({ port: number, protocol: "tcp" });

const rows = [
  { name: "what is not spoken of stays", observed: {}, value: "name", state: "a" },
  { name: "another value is drift", observed: { name: "b" }, value: "name", state: "b" },
  { name: "another spelling is none", observed: { name: "A" }, value: "name", state: "a" },
  {
    name: "the engine's zero is none where nothing was asked",
    observed: { flag: "" },
    value: "flag",
    state: undefined,
  },
  { name: "a set in another order is none", observed: { words: ["y", "x"] }, value: "words", state: ["x", "y"] },
  { name: "a value that is gone is drift", observed: { name: undefined }, value: "name", state: undefined },
  { name: "a block more is drift", observed: { list: [tcp(80)] }, value: "list", state: [tcp(80)] },
  {
    name: "blocks of a set in another order are none",
    before: { set: [tcp(1), tcp(2)] },
    observed: { set: [tcp(2), tcp(1)] },
    value: "set",
    state: [tcp(1), tcp(2)],
  },
  {
    name: "blocks of an unordered list in another order are none",
    before: { free: [tcp(1), tcp(2)] },
    observed: { free: [tcp(2), tcp(1)] },
    value: "free",
    state: [tcp(1), tcp(2)],
  },
  {
    name: "blocks of a list in another order are drift",
    before: { list: [tcp(1), tcp(2)] },
    observed: { list: [tcp(2), tcp(1)] },
    value: "list",
    state: [tcp(2), tcp(1)],
  },
  {
    name: "a block of a set that is gone is drift",
    before: { set: [tcp(1), tcp(2)] },
    observed: { set: [tcp(2)] },
    value: "set",
    state: [tcp(2)],
  },
];
test.each(rows)("$name", ({ before = {}, observed, value, state }) => {
  expect(reconcile(fields, { ...prior, ...before }, observed)[value]).toEqual(state);
});

test("an imported object has the default of whatever was not observed", () => {
  const found = imported(fields, { name: "a", set: [{ port: 80 }] });
  expect(found).toEqual({ name: "a", flag: undefined, words: undefined, list: [], free: [], set: [tcp(80)] });
});

test("an imported object has no value where the provider observes one although nothing was asked", () => {
  expect(imported(fields, { name: "a", flag: "" })).toMatchObject({ name: "a", flag: undefined });
  expect(imported(fields, { name: "a", flag: "x" })).toMatchObject({ name: "a", flag: "x" });
});
