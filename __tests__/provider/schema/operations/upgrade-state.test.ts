import { listOf, number, resourceDefiner, string, stringList } from "../../../../provider/schema";
import { importState, upgradeState } from "../../../../provider/schema/operations";

const doc = "a value";
const schema = {
  id: string({ computed: true, doc }),
  size: number({ optional: true, doc }),
  words: stringList({ optional: true, doc }),
  mode: string({ optional: true, default: "soft", doc }),
  port: listOf({ port: number({ required: true, doc }) }, { doc }),
} as const;
const define = resourceDefiner<object, Record<string, never>>({});
const resource = define({
  type: "test_thing",
  doc,
  version: 2,
  upgrades: {
    0: (state) => ({ ...state, size: state["bytes"] }),
    1: (state) => ({ ...state, port: [{ port: state["port"] }] }),
  },
  schema,
  import: "id",
  create: async () => ({}),
  read: async () => undefined,
  delete: async () => {},
});
const state = (value: object) => Buffer.from(JSON.stringify(value));
const none = { id: undefined, size: undefined, words: undefined, mode: "soft", port: [] };

const rows = [
  {
    name: "a state of this version stands",
    version: 2,
    written: { id: "1", size: 5 },
    read: { ...none, id: "1", size: 5 },
  },
  {
    name: "one version back goes one step",
    version: 1,
    written: { port: 80 },
    read: { ...none, port: [{ port: 80 }] },
  },
  {
    name: "two versions back go two",
    version: 0,
    written: { bytes: 7, port: 80 },
    read: { ...none, size: 7, port: [{ port: 80 }] },
  },
  {
    name: "attributes of another provider are left out",
    version: 2,
    written: { id: "1", other: true },
    read: { ...none, id: "1" },
  },
  {
    name: "a block that another provider has once is a list of one",
    version: 2,
    written: { port: { port: 80 } },
    read: { ...none, port: [{ port: 80 }] },
  },
  {
    name: "a number in a string's clothes is a number",
    version: 2,
    written: { size: "5" },
    read: { ...none, size: 5 },
  },
  {
    name: "an attribute that is older than the state has its default, one that was null is null",
    version: 2,
    written: { mode: null },
    read: { ...none, mode: undefined },
  },
  {
    name: "absent blocks are none, absent attributes null",
    version: 2,
    written: { port: null, words: null },
    read: none,
  },
];
test.each(rows)("$name", ({ version, written, read }) => {
  expect(upgradeState(resource, version, state(written))).toEqual({ state: read, diagnostics: [] });
});

test("a state that is no JSON is an error that names the type", () => {
  const { state: read, diagnostics } = upgradeState(resource, 2, Buffer.from("{"));
  expect(read).toBeUndefined();
  expect(diagnostics[0]?.summary).toMatch(/^state of test_thing \(schema version 2\) cannot be read: /);
});

test("an import by id knows the id alone", () => {
  expect(importState(resource, "abc")).toEqual({ state: { ...none, id: "abc", mode: undefined }, diagnostics: [] });
});

test("a type that cannot be imported says so", () => {
  const { import: _, ...rest } = resource;
  expect(importState(rest, "abc").diagnostics).toMatchObject([
    { severity: "error", summary: "test_thing cannot be imported" },
  ]);
});
