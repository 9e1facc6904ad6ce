import { string, stringList, stringMap, stringSet, UNKNOWN } from "../../../../provider/schema";
import type { Row } from "./row";

const doc = "a value";

/** Lists, sets and maps; and what is unknown. */
export const collectionRows: readonly Row[] = [
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
];
