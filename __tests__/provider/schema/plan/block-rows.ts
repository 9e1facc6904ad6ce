import { listOf, number, setOf, string, stringSet, UNKNOWN, type Value } from "../../../../provider/schema";
import type { Row } from "./row";

const doc = "a value";
const unordered = { doc, unordered: true } as const;
const port = { port: number({ required: true, doc }), protocol: string({ optional: true, default: "tcp", doc }) };
const mount = {
  target: string({ required: true, forceNew: true, doc }),
  source: string({ optional: true, computed: true, doc }),
};
const block = (target: string, source?: Value): Value => ({ target, source });
const limits = {
  most: number({ optional: true, zero: 0, doc }),
  usual: string({ optional: true, default: "as usual", doc }),
};
const bare = ({ target }: { [name: string]: Value }): string => String(target).replace(/\/$/, "");
const capability = {
  add: stringSet({ optional: true, doc, same: (a, b) => a.join() === b.join().replaceAll("CAP_", "") }),
};

/** Blocks, and the attributes in them. */
export const blockRows: readonly Row[] = [
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
    name: "the zero of a state stands in a block of a set that does not ask for it, and replaces nothing",
    field: setOf({ ...port, ip: string({ optional: true, forceNew: true, zero: "", doc }) }, { doc }),
    prior: { value: [{ port: 80, protocol: "tcp", ip: "" }] },
    config: [{ port: 80, protocol: undefined, ip: undefined }],
    planned: [{ port: 80, protocol: "tcp", ip: "" }],
    legacy: true,
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
    name: "a block of a set keeps its computed value where its zero is asked for, by legacy rules",
    field: setOf(
      {
        path: string({ required: true, doc }),
        gateway: string({ optional: true, computed: true, forceNew: true, zero: "", doc }),
      },
      { doc },
    ),
    prior: { value: [{ path: "/a", gateway: "10.0.0.1" }] },
    config: [{ path: "/a", gateway: "" }],
    planned: [{ path: "/a", gateway: "10.0.0.1" }],
    legacy: true,
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
    name: "a computed block that nobody asks for is not there on create",
    field: listOf(port, { doc, computed: true }),
    config: [],
    planned: [],
  },
  {
    name: "a computed block that is observed is known after the apply where nobody asks for it, by legacy rules",
    field: setOf(port, { doc, computed: "observed", forceNew: true }),
    config: [],
    planned: UNKNOWN,
    legacy: true,
  },
  {
    name: "a computed block that is observed keeps what was observed, by legacy rules",
    field: setOf(port, { doc, computed: "observed", forceNew: true }),
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
    name: "a block that says nothing is the none in state, by legacy rules",
    field: listOf(limits, { doc, emptyIsNone: true }),
    prior: { value: [] },
    config: [{ most: undefined, usual: undefined }],
    planned: [],
    legacy: true,
  },
  {
    name: "no block is the one in state that says nothing, by legacy rules",
    field: listOf(limits, { doc, emptyIsNone: true, forceNew: true }),
    prior: { value: [{ most: 0, usual: "as usual" }] },
    config: [],
    planned: [{ most: 0, usual: "as usual" }],
    legacy: true,
  },
  {
    name: "a block that says something is none no more",
    field: listOf(limits, { doc, emptyIsNone: true }),
    prior: { value: [] },
    config: [{ most: 1, usual: undefined }],
    planned: [{ most: 1, usual: "as usual" }],
  },
  {
    name: "a block of a set in another spelling stays as it is in state, by legacy rules",
    field: setOf(mount, { doc, forceNew: true, same: (a, b) => bare(a) === bare(b) }),
    prior: { value: [block("/a/", "x"), block("/b", "y")] },
    config: [block("/b", "y"), block("/a", "x")],
    planned: [block("/b", "y"), block("/a/", "x")],
    legacy: true,
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
