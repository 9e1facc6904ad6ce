import {
  DiagnosticError,
  number,
  type ObjectValue,
  resourceDefiner,
  string,
  UNKNOWN,
} from "../../../../provider/schema";
import { applyChange } from "../../../../provider/schema/operations";

const doc = "a value";
const schema = {
  id: string({ computed: true, doc }),
  name: string({ required: true, doc }),
  port: number({ optional: true, computed: true, doc }),
} as const;
const define = resourceDefiner<object, Record<string, never>>({});
const signal = new AbortController().signal;
const planned: ObjectValue = { id: UNKNOWN, name: "a", port: UNKNOWN };
const config = { id: undefined, name: "a", port: undefined };
const prior = { id: "1", name: "a", port: 80 };
const boom = new Error("no space left");

type Thing = Parameters<typeof define<typeof schema>>[0];
const thing = (calls: Partial<Thing>) =>
  define<typeof schema>({
    type: "test_thing",
    doc,
    schema,
    create: async ({ planned: { name } }) => ({ id: `id-${name}`, port: 80 }),
    read: async ({ state }) => state,
    delete: async () => {},
    ...calls,
  });

test("create is given no unknown, and its answer fills the plan", async () => {
  const seen: unknown[] = [];
  const resource = thing({
    create: async (call) => {
      seen.push(call.planned);
      return { id: "1", port: 8080 };
    },
  });
  const { state, diagnostics } = await applyChange(resource, { planned, config, services: {}, signal });
  expect(seen).toEqual([{ id: undefined, name: "a", port: undefined }]);
  expect(state).toEqual({ id: "1", name: "a", port: 8080 });
  expect(diagnostics).toEqual([]);
});

test("a create that fails before anything is made leaves no state", async () => {
  const resource = thing({ create: () => Promise.reject(boom) });
  const { state, diagnostics } = await applyChange(resource, { planned, config, services: {}, signal });
  expect(state).toBeUndefined();
  expect(diagnostics).toEqual([{ severity: "error", summary: "no space left", detail: undefined }]);
});

test("a create that fails half way keeps what was made", async () => {
  const resource = thing({
    create: async ({ made }) => {
      made({ id: "1" });
      throw boom;
    },
  });
  const { state, diagnostics } = await applyChange(resource, { planned, config, services: {}, signal });
  expect(state).toEqual({ id: "1", name: "a", port: undefined });
  expect(diagnostics).toHaveLength(1);
});

test("an update that fails keeps the state as it was, and what it had changed", async () => {
  const resource = thing({
    update: async ({ made }) => {
      made({ port: 81 });
      throw boom;
    },
  });
  const { state } = await applyChange(resource, {
    prior,
    planned: { ...prior, name: "b" },
    config,
    services: {},
    signal,
  });
  expect(state).toEqual({ id: "1", name: "a", port: 81 });
});

test("what an update that fails had changed is told as it was asked", async () => {
  const spelled = { ...schema, flag: string({ optional: true, zero: "off", doc }) } as const;
  const resource = define<typeof spelled>({
    type: "test_thing",
    doc,
    schema: spelled,
    delete: async () => {},
    create: async () => ({}),
    read: async ({ state }) => state,
    update: async ({ made }) => {
      made({ name: "b", flag: "off" });
      throw boom;
    },
  });
  const { state } = await applyChange(resource, {
    prior: { ...prior, flag: undefined },
    planned: { ...prior, name: "b", flag: undefined },
    config: { ...config, flag: undefined },
    services: {},
    signal,
  });
  expect(state).toEqual({ id: "1", name: "b", port: 80, flag: undefined });
});

test("a type without update takes over what is planned in place", async () => {
  const { state } = await applyChange(thing({}), {
    prior,
    planned: { ...prior, name: "b" },
    config,
    services: {},
    signal,
  });
  expect(state).toEqual({ id: "1", name: "b", port: 80 });
});

test("a delete that fails keeps the state", async () => {
  const resource = thing({ delete: () => Promise.reject(boom) });
  const { state, diagnostics } = await applyChange(resource, { prior, services: {}, signal });
  expect(state).toEqual(prior);
  expect(diagnostics).toHaveLength(1);
});

test("a delete that works leaves no state", async () => {
  const { state } = await applyChange(thing({}), { prior, services: {}, signal });
  expect(state).toBeUndefined();
});

test("warnings reach the user beside the state", async () => {
  const resource = thing({
    create: async ({ warn }) => {
      warn("the image is old", "pull it");
      return { id: "1" };
    },
  });
  const { diagnostics } = await applyChange(resource, { planned, config, services: {}, signal });
  expect(diagnostics).toEqual([{ severity: "warning", summary: "the image is old", detail: "pull it" }]);
});

test("several errors are reported together, each with its path", async () => {
  const errors = ["a", "b"].map((name) => ({ severity: "error" as const, summary: `${name} is wrong`, path: [name] }));
  const resource = thing({ create: () => Promise.reject(new DiagnosticError(errors)) });
  const { diagnostics } = await applyChange(resource, { planned, config, services: {}, signal });
  expect(diagnostics).toEqual(errors);
});
