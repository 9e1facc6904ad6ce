import {
  bool,
  type Fields,
  listOf,
  number,
  type ObjectValue,
  setOf,
  string,
  stringList,
  UNKNOWN,
} from "../../../../provider/schema";
import { validateConfig } from "../../../../provider/schema/operations";

const doc = "a value";
const positive = (value: number) => (value > 0 ? undefined : `${value} is not positive; write 1 or more`);
const port = { port: number({ required: true, validate: positive, doc }) };
const schema = {
  size: number({ optional: true, validate: positive, doc }),
  source: string({ optional: true, conflictsWith: ["content"], doc }),
  content: string({ optional: true, doc }),
  period: number({ optional: true, zero: 0, idleBeside: ["weight", "fast"], doc }),
  weight: string({ optional: true, doc }),
  fast: bool({ optional: true, conflictsWith: ["weight"], doc }),
  command: stringList({
    optional: true,
    conflictsWith: ["content"],
    validate: (words) => (words.length === 0 ? "it is empty; name a program" : undefined),
    doc,
  }),
  test: stringList({ optional: true, zero: [], validate: ([kind]) => (kind ? undefined : "no kind"), doc }),
  old: string({ optional: true, deprecated: "use `size`", doc }),
  ports: listOf(port, {
    doc,
    conflictsWith: ["content"],
    validate: ({ port: value }) => (value === 5 ? "5 is taken" : undefined),
  }),
  mounts: setOf(port, { doc }),
} as const satisfies Fields;

const rows: { name: string; config: ObjectValue; found: object[] }[] = [
  {
    name: "a good configuration has no complaints",
    config: { size: 1, ports: [{ port: 80 }], mounts: [{ port: 1 }] },
    found: [],
  },
  {
    name: "a bad value is named with its path, and what is allowed",
    config: { size: 0 },
    found: [
      {
        severity: "error",
        summary: "invalid value for size",
        detail: "0 is not positive; write 1 or more",
        path: ["size"],
      },
    ],
  },
  {
    name: "a deprecated attribute is a warning",
    config: { old: "a" },
    found: [{ severity: "warning", summary: "old is deprecated", detail: "use `size`", path: ["old"] }],
  },
  {
    name: "a list that is empty is judged, and asks for nothing beside others",
    config: { command: [], content: "a" },
    found: [{ summary: "invalid value for command", detail: "it is empty; name a program", path: ["command"] }],
  },
  { name: "a list that is empty is not judged where that is its zero value", config: { test: [] }, found: [] },
  { name: "an unknown value is not judged", config: { size: UNKNOWN }, found: [] },
  {
    name: "a bad value in a list is named by its index",
    config: { ports: [{ port: 80 }, { port: -1 }] },
    found: [{ summary: "invalid value for ports[1].port", path: ["ports", 1, "port"] }],
  },
  {
    name: "a bad value in a set is named by the set, which has no index",
    config: { mounts: [{ port: -1 }] },
    found: [{ summary: "invalid value for mounts.port", path: ["mounts"] }],
  },
  {
    name: "a bad block is named by its index",
    config: { ports: [{ port: 5 }] },
    found: [{ summary: "invalid block ports[0]", detail: "5 is taken" }],
  },
  {
    name: "two that exclude each other are named",
    config: { source: "a", content: "b" },
    found: [{ summary: "source conflicts with content", path: ["source"] }],
  },
  {
    name: "what has no effect beside another one is a warning",
    config: { period: 1, weight: "a" },
    found: [
      {
        severity: "warning",
        summary: "period has no effect beside weight",
        detail: "remove `period`, or `weight` where `period` is meant",
        path: ["period"],
      },
    ],
  },
  { name: "a zero value asks for nothing", config: { period: 0, weight: "a" }, found: [] },
  { name: "an empty text asks for nothing", config: { source: "a", content: "", period: 1, weight: "" }, found: [] },
  { name: "false asks for nothing", config: { period: 1, fast: false, weight: "" }, found: [] },
  { name: "an unknown value excludes nothing yet", config: { source: "a", content: UNKNOWN }, found: [] },
  { name: "an absent block excludes nothing", config: { ports: [], content: "b" }, found: [] },
  {
    name: "all complaints come together",
    config: { size: 0, source: "a", content: "b", ports: [{ port: 0 }] },
    found: [{}, {}, {}, {}],
  },
];
test.each(rows)("$name", ({ config, found }) => {
  const diagnostics = validateConfig({ schema }, config);
  expect(diagnostics).toHaveLength(found.length);
  expect(diagnostics).toMatchObject(found);
});
