import {
  bool,
  type Fields,
  listOf,
  number,
  setOf,
  string,
  stringList,
  stringMap,
  stringSet,
  UNKNOWN,
  type Value,
} from "../../../../provider/schema";

/** One rule of the planner: what was, what is asked, what must be planned. Each row also runs through the real Terraform. */
export interface Row {
  readonly name: string;
  readonly field: Fields[string];
  /** Undefined: there is no object yet. A record with the field otherwise. */
  readonly prior?: { readonly value: Value };
  readonly config: Value;
  readonly planned: Value;
  readonly replace?: boolean;
  readonly legacy?: boolean;
}

const doc = "a value";
const unordered = { doc, unordered: true } as const;
const port = { port: number({ required: true, doc }), protocol: string({ optional: true, default: "tcp", doc }) };
const mount = {
  target: string({ required: true, forceNew: true, doc }),
  source: string({ optional: true, computed: true, doc }),
};
const block = (target: string, source?: Value): Value => ({ target, source });
const capability = {
  add: stringSet({ optional: true, doc, same: (a, b) => a.join() === b.join().replaceAll("CAP_", "") }),
};

export const rows: readonly Row[] = [
  // What is configured
  { name: "what is configured is planned", field: string({ optional: true, doc }), config: "a", planned: "a" },
  {
    name: "what is not configured is null",
    field: string({ optional: true, doc }),
    config: undefined,
    planned: undefined,
  },
  {
    name: "a removed line is planned as null",
    field: string({ optional: true, doc }),
    prior: { value: "a" },
    config: undefined,
    planned: undefined,
  },
  {
    name: "a change is planned in place",
    field: string({ required: true, doc }),
    prior: { value: "a" },
    config: "b",
    planned: "b",
  },
  {
    name: "a force-new change replaces",
    field: string({ required: true, forceNew: true, doc }),
    prior: { value: "a" },
    config: "b",
    planned: "b",
    replace: true,
  },
  {
    name: "a force-new value that stays replaces nothing",
    field: string({ required: true, forceNew: true, doc }),
    prior: { value: "a" },
    config: "a",
    planned: "a",
  },
  {
    name: "a force-new value on create replaces nothing",
    field: string({ required: true, forceNew: true, doc }),
    config: "a",
    planned: "a",
  },
  {
    name: "a removed force-new line replaces",
    field: string({ optional: true, forceNew: true, doc }),
    prior: { value: "a" },
    config: undefined,
    planned: undefined,
    replace: true,
  },
  {
    name: "force-new by a rule that says no changes in place",
    field: string({ required: true, doc, forceNew: ({ prior, planned }) => prior[0] !== planned[0] }),
    prior: { value: "aa" },
    config: "ab",
    planned: "ab",
  },
  {
    name: "force-new by a rule that says yes replaces",
    field: string({ required: true, doc, forceNew: ({ prior, planned }) => prior[0] !== planned[0] }),
    prior: { value: "aa" },
    config: "ba",
    planned: "ba",
    replace: true,
  },
  {
    name: "false is a value, not an absence",
    field: bool({ optional: true, doc }),
    prior: { value: true },
    config: false,
    planned: false,
  },
  {
    name: "zero is a value, not an absence",
    field: number({ optional: true, doc }),
    prior: { value: 1 },
    config: 0,
    planned: 0,
  },
  {
    name: "the empty string is a value, not an absence",
    field: string({ optional: true, doc }),
    prior: { value: "a" },
    config: "",
    planned: "",
  },

  // Computed
  {
    name: "computed and unset is unknown on create",
    field: string({ optional: true, computed: true, doc }),
    config: undefined,
    planned: UNKNOWN,
  },
  {
    name: "computed and unset keeps its value on update",
    field: string({ optional: true, computed: true, doc }),
    prior: { value: "bridge" },
    config: undefined,
    planned: "bridge",
  },
  {
    name: "computed and configured is as configured",
    field: string({ optional: true, computed: true, doc }),
    prior: { value: "a" },
    config: "b",
    planned: "b",
  },
  {
    name: "computed only is unknown on create",
    field: string({ computed: true, doc }),
    config: undefined,
    planned: UNKNOWN,
  },
  {
    name: "computed only keeps its value",
    field: string({ computed: true, doc }),
    prior: { value: "a" },
    config: undefined,
    planned: "a",
  },

  // Defaults
  {
    name: "a default stands in for null",
    field: bool({ optional: true, default: false, doc }),
    config: undefined,
    planned: false,
  },
  {
    name: "a default comes back when the line is removed",
    field: bool({ optional: true, default: false, doc }),
    prior: { value: true },
    config: undefined,
    planned: false,
  },
  {
    name: "a configured value beats the default",
    field: bool({ optional: true, default: false, doc }),
    config: true,
    planned: true,
  },
  {
    name: "a force-new default that comes back replaces",
    field: number({ optional: true, forceNew: true, default: 1, doc }),
    prior: { value: 2 },
    config: undefined,
    planned: 1,
    replace: true,
  },

  // Spellings
  {
    name: "another spelling of the same value is no change",
    field: string({ optional: true, forceNew: true, doc, same: (a, b) => a.toLowerCase() === b.toLowerCase() }),
    prior: { value: "A" },
    config: "a",
    planned: "A",
  },
  {
    name: "another value is a change whatever the spelling",
    field: string({ optional: true, forceNew: true, doc, same: (a, b) => a.toLowerCase() === b.toLowerCase() }),
    prior: { value: "A" },
    config: "b",
    planned: "b",
    replace: true,
  },
  {
    name: "what is observed where nothing was asked stays, by legacy rules",
    field: bool({ optional: true, forceNew: true, zero: false, doc }),
    prior: { value: false },
    config: undefined,
    planned: false,
    legacy: true,
  },

  // Collections
  {
    name: "a set in another order is no change",
    field: stringSet({ optional: true, forceNew: true, doc }),
    prior: { value: ["b", "a"] },
    config: ["a", "b"],
    planned: ["b", "a"],
  },
  {
    name: "a list in another order is a change",
    field: stringList({ optional: true, forceNew: true, doc }),
    prior: { value: ["b", "a"] },
    config: ["a", "b"],
    planned: ["a", "b"],
    replace: true,
  },
  {
    name: "a map with another value is a change",
    field: stringMap({ optional: true, forceNew: true, doc }),
    prior: { value: { a: "1" } },
    config: { a: "2" },
    planned: { a: "2" },
    replace: true,
  },
  {
    name: "a map with the same entries is none",
    field: stringMap({ optional: true, forceNew: true, doc }),
    prior: { value: { a: "1", b: "2" } },
    config: { b: "2", a: "1" },
    planned: { a: "1", b: "2" },
  },

  // Unknown
  { name: "an unknown stays unknown", field: string({ optional: true, doc }), config: UNKNOWN, planned: UNKNOWN },
  {
    name: "an unknown where a value was is unknown",
    field: string({ optional: true, doc }),
    prior: { value: "a" },
    config: UNKNOWN,
    planned: UNKNOWN,
  },
  {
    name: "an unknown where a force-new value was replaces, as Terraform decides it at plan",
    field: string({ required: true, forceNew: true, doc }),
    prior: { value: "a" },
    config: UNKNOWN,
    planned: UNKNOWN,
    replace: true,
  },
  {
    name: "an unknown beats the default",
    field: string({ optional: true, default: "x", doc }),
    config: UNKNOWN,
    planned: UNKNOWN,
  },
  {
    name: "an unknown inside a list is kept",
    field: stringList({ optional: true, doc }),
    config: ["a", UNKNOWN],
    planned: ["a", UNKNOWN],
  },

  // Blocks
  { name: "no block is an empty list", field: listOf(port, { doc }), config: [], planned: [] },
  {
    name: "a default stands in for null inside a block",
    field: listOf(port, { doc }),
    config: [{ port: 80, protocol: undefined }],
    planned: [{ port: 80, protocol: "tcp" }],
  },
  {
    name: "a default stands in for null inside a block of a set",
    field: setOf(port, { doc }),
    config: [{ port: 80, protocol: undefined }],
    planned: [{ port: 80, protocol: "tcp" }],
  },
  {
    name: "a computed value inside a block is unknown on create",
    field: listOf(mount, { doc }),
    config: [block("/a")],
    planned: [block("/a", UNKNOWN)],
  },
  {
    name: "a computed value inside a block keeps its value",
    field: listOf(mount, { doc }),
    prior: { value: [block("/a", "x")] },
    config: [block("/a")],
    planned: [block("/a", "x")],
  },
  {
    name: "a force-new value inside a block replaces",
    field: listOf(mount, { doc }),
    prior: { value: [block("/a", "x")] },
    config: [block("/b", "x")],
    planned: [block("/b", "x")],
    replace: true,
  },
  {
    name: "one block more replaces where its values are force-new",
    field: listOf(mount, { doc }),
    prior: { value: [block("/a", "x")] },
    config: [block("/a", "x"), block("/b", "y")],
    planned: [block("/a", "x"), block("/b", "y")],
    replace: true,
  },
  {
    name: "one block more changes in place where they are not",
    field: listOf(port, { doc }),
    prior: { value: [{ port: 80, protocol: "tcp" }] },
    config: [{ port: 80 }, { port: 81, protocol: "udp" }],
    planned: [
      { port: 80, protocol: "tcp" },
      { port: 81, protocol: "udp" },
    ],
  },
  {
    name: "blocks of a set in another order are no change",
    field: setOf(port, { doc, forceNew: true }),
    prior: {
      value: [
        { port: 80, protocol: "tcp" },
        { port: 81, protocol: "tcp" },
      ],
    },
    config: [{ port: 81 }, { port: 80 }],
    planned: [
      { port: 81, protocol: "tcp" },
      { port: 80, protocol: "tcp" },
    ],
  },
  {
    name: "a block of a set keeps its computed value whatever comes beside it",
    field: setOf(mount, { doc }),
    prior: { value: [block("/b", "y")] },
    config: [block("/a"), block("/b")],
    planned: [block("/a", UNKNOWN), block("/b", "y")],
    replace: true,
  },
  {
    name: "blocks of an unordered list in another order are no change",
    field: listOf(port, unordered),
    prior: {
      value: [
        { port: 81, protocol: "tcp" },
        { port: 80, protocol: "tcp" },
      ],
    },
    config: [{ port: 80 }, { port: 81 }],
    planned: [
      { port: 81, protocol: "tcp" },
      { port: 80, protocol: "tcp" },
    ],
  },
  {
    name: "another spelling inside a block of a set is no change, by legacy rules",
    field: setOf(capability, { doc, forceNew: true }),
    prior: { value: [{ add: ["NET_ADMIN"] }] },
    config: [{ add: ["CAP_NET_ADMIN"] }],
    planned: [{ add: ["NET_ADMIN"] }],
    legacy: true,
  },
  {
    name: "a computed block that is not configured keeps what is in state, by legacy rules",
    field: listOf(port, { doc, computed: true, forceNew: true }),
    prior: { value: [{ port: 80, protocol: "tcp" }] },
    config: [],
    planned: [{ port: 80, protocol: "tcp" }],
    legacy: true,
  },
  {
    name: "a computed block that is configured is as configured",
    field: listOf(port, { doc, computed: true }),
    prior: { value: [{ port: 80, protocol: "tcp" }] },
    config: [{ port: 81, protocol: "tcp" }],
    planned: [{ port: 81, protocol: "tcp" }],
  },
  {
    name: "a removed block that replaces",
    field: setOf(port, { doc, forceNew: true }),
    prior: { value: [{ port: 80, protocol: "tcp" }] },
    config: [],
    planned: [],
    replace: true,
  },
];
