import { containerSpec } from "../../../../provider/resources/service/container-spec";
import { kindOf } from "../../../../provider/resources/service/mode";
import { mounts } from "../../../../provider/resources/service/mounts";
import type { Fields, ObjectValue } from "../../../../provider/schema";
import { complete } from "../../../../provider/schema/plan/conform";
import { plan } from "../../../../provider/schema/plan/plan";
import { project } from "../../../../provider/schema/plan/project";

import { containerRows } from "./container-rows";
import { serviceRows } from "./service-rows";

const rows = [...serviceRows, ...containerRows];

/** The configuration with its defaults, and no unknowns, as create is given it. */
const planned = (fields: Fields, asked: ObjectValue): ObjectValue =>
  JSON.parse(JSON.stringify(plan(fields, undefined, complete(fields, asked)).planned));

test.each(rows)("to the engine: $name", ({ part, asked, sent }) => {
  const request = part.toEngine(complete(part.schema, planned(part.schema, asked)));
  expect(request === undefined ? undefined : JSON.parse(JSON.stringify(request))).toEqual(sent);
});

test.each(rows)("and back: $name", ({ part, asked }) => {
  const known = complete(part.schema, planned(part.schema, asked));
  const sent = part.toEngine(known);
  const found = sent === undefined ? undefined : JSON.parse(JSON.stringify(sent));
  // Blocks that nobody asked for and that the swarm chooses are told.
  const isAsked = (name: string) => name in asked || part.schema[name]?.options.computed !== "observed";
  const told = project(part.schema, known, part.fromEngine(found) as ObjectValue);
  expect(told).toEqual({ ...told, ...Object.fromEntries(Object.entries(known).filter(([name]) => isAsked(name))) });
});

test.each([
  { found: { Replicated: { Replicas: 1 } }, kind: "Replicated" },
  { found: { Global: {} }, kind: "Global" },
  { found: { ReplicatedJob: {}, Replicated: undefined }, kind: "ReplicatedJob" },
  { found: {}, kind: "Replicated" },
])("the kind of $found is $kind", ({ found, kind }) => {
  expect(kindOf(found)).toBe(kind);
});

test.each([
  { name: "a mount", held: mounts, dropped: "Subpath" },
  { name: "a container", held: containerSpec, dropped: "OomScoreAdj" },
])("what an engine of an earlier API version leaves out of $name stays as it was asked for", ({ held, dropped }) => {
  const { part, asked } = rows.find(
    (each) => each.part === (held as unknown) && JSON.stringify(each.sent).includes(dropped),
  )!;
  const known = complete(part.schema, planned(part.schema, asked));
  const kept = (key: string, value: unknown) => (key === dropped ? undefined : value);
  const found = JSON.parse(JSON.stringify(part.toEngine(known), kept));
  expect(project(part.schema, known, part.fromEngine(found) as ObjectValue)).toEqual(known);
});
