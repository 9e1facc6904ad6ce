import { observe, schema } from "../../../../provider/resources/container/parts";
import type { ObjectValue } from "../../../../provider/schema";
import { complete, conform } from "../../../../provider/schema/plan/conform";
import { plan, unchanged } from "../../../../provider/schema/plan/plan";
import { project } from "../../../../provider/schema/plan/project";
import { configOf, echo } from "./engine-echo";
import { hasSameLines, spellings } from "./spellings";

const asked = (more: ObjectValue) => complete(schema, { name: "web", image: "alpine", ...more });

/** The state after an apply of the configuration, by an engine that repeats what it was told. */
function stateOf(more: ObjectValue): ObjectValue {
  const { planned } = plan(schema, undefined, asked(more));
  return conform(schema, planned, observe(echo(more), configOf(more)) as ObjectValue);
}

test.each(spellings)("$name: the second plan is empty, and the other spelling replaces nothing", ({ a, b }) => {
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const) {
    const state = stateOf(first);
    const read = project(schema, state, observe(echo(first), state as Parameters<typeof observe>[1]) as ObjectValue);
    expect(read).toEqual(state);
    const same = plan(schema, read, asked(first));
    expect(same.replace).toEqual([]);
    expect(unchanged(schema, read, same.planned)).toBe(true);
    const otherwise = stateOf(second);
    expect(
      project(schema, otherwise, observe(echo(first), otherwise as Parameters<typeof observe>[1]) as ObjectValue),
    ).toEqual(otherwise);
    const other = plan(schema, read, asked(second));
    expect(other.replace).toEqual([]);
    expect(unchanged(schema, read, other.planned) || !hasSameLines({ a, b })).toBe(true);
  }
});
