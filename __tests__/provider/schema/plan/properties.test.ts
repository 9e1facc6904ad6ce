import fc from "fast-check";
import type { Fields, ObjectValue, Value } from "../../../../provider/schema";
import { hasUnknown, UNKNOWN } from "../../../../provider/schema";
import { conform } from "../../../../provider/schema/plan/conform";
import { plan, unchanged } from "../../../../provider/schema/plan/plan";
import { project } from "../../../../provider/schema/plan/project";
import { anyFields, configOf } from "../arbitrary";

const runs = { numRuns: 200 };
const schemaAndConfigs = (count: number) =>
  anyFields.chain((fields) =>
    fc.tuple(...Array.from({ length: count }, () => configOf(fields))).map((configs) => ({ fields, configs })),
  );

/** Stands in for the engine: fills in whatever the plan left open. */
function observed(fields: Fields, planned: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]): [string, Value] => {
      const value = planned[name];
      if (field.kind === "block") return [name, (value as ObjectValue[]).map((item) => observed(field.fields, item))];
      if (value !== UNKNOWN) return [name, value];
      return [
        name,
        { string: "made", number: 42, bool: true }[field.type as string] ??
          (field.type[0] === "map" ? { made: "up" } : ["made"]),
      ];
    }),
  );
}

const apply = (fields: Fields, prior: ObjectValue | undefined, config: ObjectValue): ObjectValue => {
  const { planned } = plan(fields, prior, config);
  return conform(fields, planned, observed(fields, planned));
};

test("what was applied and is planned again changes nothing", () => {
  fc.assert(
    fc.property(schemaAndConfigs(1), ({ fields, configs: [config] }) => {
      const state = apply(fields, undefined, config!);
      const again = plan(fields, state, config!);
      expect(unchanged(fields, again.planned, state)).toBe(true);
      expect(again.replace).toEqual([]);
    }),
    runs,
  );
});

test("no unknown survives an apply", () => {
  fc.assert(
    fc.property(schemaAndConfigs(2), ({ fields, configs: [first, second] }) => {
      const state = apply(fields, undefined, first!);
      expect(hasUnknown(state)).toBe(false);
      expect(hasUnknown(apply(fields, state, second!))).toBe(false);
    }),
    runs,
  );
});

test("one configuration gives one state, whatever was before, but for what is computed", () => {
  fc.assert(
    fc.property(schemaAndConfigs(2), ({ fields, configs: [first, second] }) => {
      const later = plan(fields, apply(fields, undefined, first!), second!).planned;
      for (const [name, field] of Object.entries(fields)) {
        if (field.kind === "block" || field.options.computed) continue;
        expect(later[name]).toEqual(plan(fields, undefined, second!).planned[name]);
      }
    }),
    runs,
  );
});

test("the order of sets never matters", () => {
  const reversed = (fields: Fields, value: ObjectValue): ObjectValue =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const inner = value[name];
        const isSet = field.kind === "block" ? field.nesting === "set" : field.type[0] === "set";
        return [name, isSet && Array.isArray(inner) ? [...inner].reverse() : inner];
      }),
    );
  fc.assert(
    fc.property(schemaAndConfigs(1), ({ fields, configs: [config] }) => {
      const state = apply(fields, undefined, config!);
      const again = plan(fields, state, reversed(fields, config!));
      expect(unchanged(fields, again.planned, state)).toBe(true);
      expect(again.replace).toEqual([]);
    }),
    runs,
  );
});

test("a read that finds what was applied changes nothing", () => {
  fc.assert(
    fc.property(schemaAndConfigs(1), ({ fields, configs: [config] }) => {
      const state = apply(fields, undefined, config!);
      expect(unchanged(fields, project(fields, state, observed(fields, state)), state)).toBe(true);
    }),
    runs,
  );
});

test("what is configured is planned as it stands, and never marked as a breach of the strict rules without a spelling", () => {
  fc.assert(
    fc.property(schemaAndConfigs(2), ({ fields, configs: [first, second] }) => {
      const { legacy } = plan(fields, apply(fields, undefined, first!), second!);
      expect(legacy).toBe(false);
    }),
    runs,
  );
});
