import { configDigest } from "../../../provider/resources/config-digest";
import { listOf, number, setOf, string, stringList, stringMap, stringSet } from "../../../provider/schema";

const doc = "";
const fields = {
  name: string({ required: true, doc }),
  driver: string({ optional: true, computed: true, doc }),
  size: number({ optional: true, zero: 0, doc }),
  options: stringMap({ optional: true, zero: {}, doc }),
  order: stringList({ optional: true, doc }),
  names: stringSet({ optional: true, doc }),
  labels: setOf({ label: string({ required: true, doc }), value: string({ required: true, doc }) }, { doc }),
  steps: listOf({ step: string({ required: true, doc }), done: string({ computed: true, doc }) }, { doc }),
  given: listOf({ address: string({ optional: true, doc }) }, { doc, computed: true }),
};

const asked = {
  name: "a",
  options: { mtu: "1400", mode: "x" },
  order: ["1", "2"],
  names: ["x", "y"],
  labels: [
    { label: "a", value: "1" },
    { label: "b", value: "2" },
  ],
  steps: [{ step: "one" }, { step: "two" }],
};

test.each([
  ["what the provider gives", { driver: "bridge", given: [{ address: "10.0.0.1" }] }],
  ["what a block is given", { steps: [{ step: "one", done: "yes" }, { step: "two" }] }],
  ["a zero in the place of nothing", { size: 0 }],
  ["the order of a set", { names: ["y", "x"] }],
  ["the order of a map", { options: { mode: "x", mtu: "1400" } }],
  ["the order of a set of blocks", { labels: [...asked.labels].reverse() }],
])("%s is no other word", (_, other) => {
  expect(configDigest(fields, { ...asked, ...other })).toBe(configDigest(fields, asked));
});

test.each([
  ["a value", { name: "b" }],
  ["one that was not set", { size: 1 }],
  ["an entry of a map", { options: { mtu: "1500", mode: "x" } }],
  ["the order of a list", { order: ["2", "1"] }],
  ["an item of a set", { names: ["x"] }],
  ["a block", { labels: [{ label: "a", value: "1" }] }],
  ["the order of a list of blocks", { steps: [...asked.steps].reverse() }],
])("another word is %s", (_, other) => {
  expect(configDigest(fields, { ...asked, ...other })).not.toBe(configDigest(fields, asked));
});
