import { bool, number, string, UNKNOWN } from "../../../../provider/schema";
import type { Row } from "./row";

const doc = "a value";

/** Attributes of one value. */
export const valueRows: readonly Row[] = [
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
    name: "the zero value asks for nothing where nothing was asked, by legacy rules",
    field: bool({ optional: true, forceNew: true, zero: false, doc }),
    prior: { value: undefined },
    config: false,
    planned: undefined,
    legacy: true,
  },
  {
    name: "computed and configured as zero asks for nothing on create, by legacy rules",
    field: string({ optional: true, computed: true, zero: "", doc }),
    config: "",
    planned: UNKNOWN,
    legacy: true,
  },
  {
    name: "computed and configured as zero keeps its value, by legacy rules",
    field: string({ optional: true, computed: true, forceNew: true, zero: "", doc }),
    prior: { value: "a" },
    config: "",
    planned: "a",
    legacy: true,
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
];
