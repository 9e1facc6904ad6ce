import {
  listOf,
  number,
  type ObjectValue,
  setOf,
  string,
  stringList,
  UNKNOWN,
  type Value,
} from "../../../../provider/schema";
import { conform } from "../../../../provider/schema/plan/conform";

const doc = "a value";
const port = { internal: number({ required: true, doc }), external: number({ optional: true, computed: true, doc }) };
const fields = {
  name: string({ required: true, doc }),
  id: string({ computed: true, doc }),
  words: stringList({ optional: true, doc }),
  ports: listOf(port, { doc }),
  mounts: setOf(port, { doc }),
} as const;
const planned: ObjectValue = { name: "a", id: UNKNOWN, words: undefined, ports: [], mounts: [] };

const rows: { name: string; planned: ObjectValue; observed: ObjectValue; value: string; state: Value }[] = [
  { name: "what the plan knew stands", planned, observed: { name: "A", id: "1" }, value: "name", state: "a" },
  { name: "what it did not know is what was observed", planned, observed: { id: "1" }, value: "id", state: "1" },
  { name: "what nobody told is null, not unknown", planned, observed: {}, value: "id", state: undefined },
  {
    name: "an unknown within an unknown is null too",
    planned,
    observed: { id: UNKNOWN },
    value: "id",
    state: undefined,
  },
  {
    name: "an unknown inside a list is what was observed",
    planned: { ...planned, words: ["a", UNKNOWN] },
    observed: { words: ["a", "b"] },
    value: "words",
    state: ["a", "b"],
  },
  {
    name: "a block that nobody planned is not added",
    planned,
    observed: { ports: [{ internal: 80, external: 1 }] },
    value: "ports",
    state: [],
  },
  {
    name: "a block of a list is completed by the one in its place",
    planned: { ...planned, ports: [{ internal: 80, external: UNKNOWN }] },
    observed: { ports: [{ internal: 80, external: 8080 }] },
    value: "ports",
    state: [{ internal: 80, external: 8080 }],
  },
  {
    name: "a block of a set is completed by the one that agrees with it",
    planned: {
      ...planned,
      mounts: [
        { internal: 80, external: UNKNOWN },
        { internal: 81, external: UNKNOWN },
      ],
    },
    observed: {
      mounts: [
        { internal: 81, external: 1 },
        { internal: 80, external: 0 },
      ],
    },
    value: "mounts",
    state: [
      { internal: 80, external: 0 },
      { internal: 81, external: 1 },
    ],
  },
];
test.each(rows)("$name", ({ planned: plan, observed, value, state }) => {
  expect(conform(fields, plan, observed)[value]).toEqual(state);
});
