import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasUnknown, UNKNOWN, type Value } from "../../../../provider/schema";
import { plan } from "../../../../provider/schema/plan/plan";
import { type Row, rows } from "../../../provider/schema/plan/rows";
import { buildTestProvider, type PlannedChange, type Terraform, type TestProvider, terraformWith } from "../harness";

// One init, one plan and one apply serve all rows: each row is a type of resource, and each has one in the configuration.
let provider: TestProvider;
let terraform: Terraform;
let planned: Map<string, PlannedChange>;
let again: readonly PlannedChange[];

beforeAll(async () => {
  provider = buildTestProvider(join(__dirname, "../rows/main.ts"));
  terraform = await terraformWith(provider, `resource "test_source" "a" {}`);
  const resource = Object.fromEntries(rows.map((row, i) => [type(i), { row: { value: toJson(row.config) } }]));
  writeFileSync(join(terraform.folder, "rows.tf.json"), JSON.stringify({ resource }));
  terraform.putState(
    rows.flatMap(({ prior }, i) =>
      prior ? [{ type: type(i), name: "row", attributes: { id: "made", value: toState(prior.value) } }] : [],
    ),
  );
  planned = new Map((await terraform.plan()).map((change) => [change.address, change]));
  const applied = await terraform.apply();
  if (applied.code !== 0) throw new Error(applied.text);
  again = await terraform.plan();
}, 60_000);

afterAll(() => {
  terraform?.remove();
  provider?.remove();
});

test.each(rows.map((row, i) => ({ ...row, address: `${type(i)}.row` })))("Terraform plans: $name", (row) => {
  const { after, afterUnknown, actions } = planned.get(row.address)!;
  const expected = expectedPlan(row);
  if (!hasUnknown(expected)) expect(sorted(after?.["value"] ?? null)).toEqual(sorted(toState(expected)));
  if (expected === UNKNOWN) expect(afterUnknown["value"]).toBe(true);
  expect(actions).toEqual(expectedActions(row, expected));
});

test("what Terraform applied and plans again changes nothing", () => {
  expect(again.filter(({ actions }) => actions[0] !== "no-op")).toEqual([]);
});

function type(index: number): string {
  return `test_row_${index}`;
}

/** Where an object is replaced, Terraform asks for a plan anew, as if there were none. */
const expectedPlan = ({ field, config, planned: value, replace }: Row): Value =>
  replace ? plan({ value: field }, undefined, { value: config }).planned["value"] : value;

function expectedActions({ prior, replace }: Row, expected: Value): string[] {
  if (!prior) return ["create"];
  if (replace) return ["delete", "create"];
  const before = JSON.stringify(sorted(toState(prior.value)));
  return before === JSON.stringify(sorted(toState(expected))) && expected !== UNKNOWN ? ["no-op"] : ["update"];
}

/** As JSON configuration has it; what is unknown is another resource's. */
function toJson(value: Value): unknown {
  if (value === UNKNOWN) return "${test_source.a.made}";
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)]));
  return value ?? null;
}

/** As a state file and a plan have it. */
function toState(value: Value): unknown {
  if (value === undefined || value === UNKNOWN) return null;
  if (Array.isArray(value)) return value.map(toState);
  if (typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toState(item)]));
  return value;
}

/** Sets come in Terraform's own order. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? [...value].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) : value;
