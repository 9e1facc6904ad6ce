import type { ObjectValue } from "../../../../provider/schema";
import { received, sent } from "./calling";
import { a, config, configured, create, created, plan, provider, read, reset, schema, update } from "./provider";

beforeEach(reset);

const type_name = "t_thing";
const { identity } = provider.resources.find(({ type }) => type === type_name)!;
const sentIdentity = (value: ObjectValue) => ({ identity_data: sent(identity!.schema, value) });
const identityIn = (data: { readonly identity_data: { readonly msgpack: Uint8Array } | undefined } | undefined) =>
  received(identity!.schema, data?.identity_data);
const here = { place: "here", id: "1" };
/** How the same object was called when it was made. */
const there = sentIdentity({ place: "there", id: "1" });

test("an object has it from its making on, and a plan of it is of the same object", async () => {
  create.mockResolvedValue({ id: "1" });
  const { call } = await configured();
  const made = await call("ApplyResourceChange", created);
  expect(identityIn(made.new_identity)).toEqual(here);
  const prior = { prior_state: sent(schema, a), prior_identity: there };
  const wanted = sent(schema, { ...config, size: 2 });
  const planned = await call("PlanResourceChange", { type_name, ...prior, proposed_new_state: wanted, config: wanted });
  expect(identityIn(planned.planned_identity)).toEqual({ place: "there", id: "1" });
});

test("it stays as it was while the object is the same, whatever else changes", async () => {
  update.mockResolvedValue({});
  read.mockImplementation(async ({ state }) => state);
  const { call } = await configured();
  const changed = await call("ApplyResourceChange", {
    ...created,
    prior_state: sent(schema, a),
    planned_state: sent(schema, a),
    planned_identity: there,
  });
  expect(identityIn(changed.new_identity)).toEqual({ place: "there", id: "1" });
  const seen = await call("ReadResource", { type_name, current_state: sent(schema, a), current_identity: there });
  expect(identityIn(seen.new_identity)).toEqual({ place: "there", id: "1" });
});

test("a state that is older than it is given it by the next read", async () => {
  read.mockImplementation(async ({ state }) => state);
  const { call } = await configured();
  const seen = await call("ReadResource", { type_name, current_state: sent(schema, a) });
  expect(identityIn(seen.new_identity)).toEqual(here);
});

test("a read that fails keeps it, and an object that is gone has none", async () => {
  const { call } = await configured();
  const request = { type_name, current_state: sent(schema, a), current_identity: there };
  read.mockRejectedValueOnce(new Error("engine down"));
  expect(identityIn((await call("ReadResource", request)).new_identity)).toEqual({ place: "there", id: "1" });
  read.mockResolvedValueOnce(undefined);
  expect((await call("ReadResource", request)).new_identity).toBeUndefined();
});

test("an object is imported by it, and has the whole of it when it was read", async () => {
  read.mockImplementation(async ({ state }) => ({ ...state, size: 1 }));
  const { call } = await configured();
  const by = sentIdentity({ place: undefined, id: "1" });
  const { imported_resources, diagnostics } = await call("ImportResourceState", { type_name, identity: by });
  expect(diagnostics).toEqual([]);
  const [imported] = imported_resources;
  expect(received(schema, imported!.state)).toMatchObject({ id: "1", name: "by identity" });
  expect(identityIn(imported!.identity)).toEqual({ place: undefined, id: "1" });
  const seen = await call("ReadResource", {
    type_name,
    current_state: imported!.state,
    private: imported!.private,
    current_identity: imported!.identity,
  });
  expect(identityIn(seen.new_identity)).toEqual(here);
});

test("one that is written down is read in the terms of today", async () => {
  const { call } = await configured();
  const json = Buffer.from('{"place":null,"id":"1"}');
  const { upgraded_identity } = await call("UpgradeResourceIdentity", {
    type_name,
    version: 0,
    raw_identity: { json },
  });
  expect(identityIn(upgraded_identity)).toEqual({ place: undefined, id: "1" });
});

test("a type without one tells none", async () => {
  plan.mockResolvedValue(undefined);
  read.mockImplementation(async ({ state }) => state);
  const { call } = await configured();
  const seen = await call("ReadResource", { type_name: "t_planned", current_state: sent(schema, a) });
  expect(seen.new_identity).toBeUndefined();
});
