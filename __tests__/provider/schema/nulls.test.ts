import { listOf, type ObjectValue, resourceDefiner, string, stringMap } from "../../../provider/schema";
import { applyChange, planChange, readState, validateConfig } from "../../../provider/schema/operations";

// An entry of a map that is null says what none does: `{ device = var.device }` where there is no device.

const doc = "a value";
const options = { optional: true, forceNew: true, doc } as const;
const schema = {
  name: string({ required: true, doc }),
  added: stringMap({ ...options, zero: {}, adds: true }),
  plain: stringMap({ ...options, validate: (map) => Object.values(map).find((value) => value.length > 3) }),
  mount: listOf({ options: stringMap(options) }, { doc, forceNew: true }),
} as const;

const withNull = { type: "nfs", device: undefined };
const without = { type: "nfs" };
const config: ObjectValue = { name: "a", added: withNull, plain: withNull, mount: [{ options: withNull }] };
const signal = new AbortController().signal;
const services = {};

/** A thing of which the engine says what it was given, and notes that. */
function noting() {
  const given: unknown[] = [];
  const note = (maps: ObjectValue) => {
    const { added, plain, mount } = maps;
    given.push({ added, plain, mount });
    // As it is sent, and comes back.
    const sent = JSON.parse(JSON.stringify({ added, plain, mount })) as ObjectValue;
    return { ...sent, added: { ...(sent["added"] as object), more: "of the engine" } } as ObjectValue;
  };
  const thing = resourceDefiner<object, Record<string, never>>({})<typeof schema>({
    type: "test_thing",
    doc,
    schema,
    create: async ({ planned }) => note(planned as ObjectValue) as typeof planned,
    read: async ({ asked }) => note((asked ?? {}) as ObjectValue) as never,
    delete: async ({ state }) => void note(state as ObjectValue),
  });
  return { thing, given };
}

test("a thing is made, read and removed without it", async () => {
  const { thing, given } = noting();
  const { state } = await applyChange(thing, { planned: config, config, services, signal });
  await readState(thing, { state: state!, imported: false, services, signal });
  await applyChange(thing, { prior: state!, services, signal });
  const seen = { added: without, plain: without, mount: [{ options: without }] };
  expect(given).toStrictEqual([seen, seen, seen]);
});

test("it stays in state as it was asked for, also after a refresh, and the next plan changes nothing", async () => {
  const { thing } = noting();
  const { state } = await applyChange(thing, { planned: config, config, services, signal });
  expect(state).toStrictEqual(config);
  const read = await readState(thing, { state: state!, imported: false, services, signal });
  expect(read.state).toStrictEqual(config);
  const { planned, replace } = await planChange(thing, { prior: read.state!, config, services, signal });
  expect([planned, replace]).toStrictEqual([config, []]);
});

test.each([
  ["that is null now", config, { ...config, added: without, plain: without, mount: [{ options: without }] }],
  ["that was null", { ...config, added: without, plain: without, mount: [{ options: without }] }, config],
  ["alone, where there was no map", config, { ...config, added: undefined }],
])("an entry %s replaces nothing", async (_, asked, prior) => {
  const { thing } = noting();
  const nothing = { ...asked, ...(prior["added"] === undefined && { added: { device: undefined } }) };
  const { replace } = await planChange(thing, { prior, config: nothing, services, signal });
  expect(replace).toEqual([]);
});

test("no validator sees it", () => {
  const { thing } = noting();
  expect(validateConfig(thing, config)).toEqual([]);
});
