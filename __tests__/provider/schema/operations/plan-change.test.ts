import { number, type ObjectValue, resourceDefiner, string, UNKNOWN } from "../../../../provider/schema";
import { planChange } from "../../../../provider/schema/operations";

const doc = "a value";
const schema = {
  name: string({ required: true, forceNew: true, doc }),
  port: number({ optional: true, doc }),
  code: number({ computed: true, doc }),
} as const;
type Hook = Parameters<typeof define<typeof schema>>[0]["plan"];
const define = resourceDefiner<object, Record<string, never>>({});
const signal = new AbortController().signal;
const prior: ObjectValue = { name: "a", port: 80, code: 0 };

const planned = (plan: Hook, config: ObjectValue, before: ObjectValue | undefined = prior) => {
  const resource = define<typeof schema>({
    type: "test_thing",
    doc,
    schema,
    plan,
    create: async () => ({}),
    read: async ({ state }) => state,
    delete: async () => {},
  });
  return planChange(resource, { prior: before, config, services: {}, signal });
};

test("an attribute that the hook plans as it was does not replace the object", async () => {
  const { planned: plan, replace } = await planned(
    ({ planned, prior }) => ({ planned: { ...planned, name: prior?.name } }),
    { name: "A", port: 80, code: undefined },
  );
  expect(plan).toEqual(prior);
  expect(replace).toEqual([]);
});

test("an attribute that the hook leaves changed replaces it", async () => {
  const { replace } = await planned(() => undefined, { name: "b", port: 80, code: undefined });
  expect(replace).toEqual([["name"]]);
});

test("an attribute that the hook names replaces it where it changes, and nowhere else", async () => {
  const hook: Hook = () => ({ replace: ["port"] });
  expect((await planned(hook, { name: "a", port: 81, code: undefined })).replace).toEqual([["port"]]);
  expect((await planned(hook, { name: "a", port: 80, code: undefined })).replace).toEqual([]);
});

test("an attribute that the hook has changed in place does not replace it", async () => {
  const { planned: plan, replace } = await planned(() => ({ inPlace: ["name"] }), {
    name: "b",
    port: 80,
    code: undefined,
  });
  expect(plan).toEqual({ ...prior, name: "b" });
  expect(replace).toEqual([]);
});

test("what the hook makes unknown is not known before the apply", async () => {
  const { planned: plan, replace } = await planned(({ planned }) => ({ planned: { ...planned, code: UNKNOWN } }), {
    name: "a",
    port: 81,
    code: undefined,
  });
  expect(plan).toEqual({ name: "a", port: 81, code: UNKNOWN });
  expect(replace).toEqual([]);
});

test("a create replaces nothing", async () => {
  const { replace } = await planned(() => ({ replace: ["port"] }), { name: "a", port: 80, code: undefined }, undefined);
  expect(replace).toEqual([]);
});
