import { received, sent } from "./calling";
import { a, config, configured, lookUp, read, reset, schema } from "./provider";

beforeEach(reset);

test("an object that is gone has none", async () => {
  read.mockResolvedValue(undefined);
  const { call } = await configured();
  const { new_state } = await call("ReadResource", { type_name: "t_thing", current_state: sent(schema, a) });
  expect(received(schema, new_state)).toBeUndefined();
});

test("an object that cannot be read keeps what it had", async () => {
  read.mockRejectedValue(new Error("engine down"));
  const { call } = await configured();
  const { new_state, diagnostics } = await call("ReadResource", {
    type_name: "t_thing",
    current_state: sent(schema, a),
  });
  expect(diagnostics).toMatchObject([{ summary: "engine down" }]);
  expect(received(schema, new_state)).toEqual(a);
});

test("the first read after an import is told that it is one, the next is not", async () => {
  read.mockImplementation(async ({ state }) => ({ ...state, name: "a", size: 1 }));
  const { call } = await configured();
  const { imported_resources } = await call("ImportResourceState", { type_name: "t_thing", id: "1" });
  expect(imported_resources).toHaveLength(1);
  const [imported] = imported_resources;
  const first = await call("ReadResource", {
    type_name: "t_thing",
    current_state: imported!.state,
    private: imported!.private,
  });
  expect(read).toHaveBeenLastCalledWith(
    expect.objectContaining({ asked: undefined, state: expect.objectContaining({ id: "1" }) }),
  );
  expect(received(schema, first.new_state)).toEqual(a);
  await call("ReadResource", { type_name: "t_thing", current_state: first.new_state, private: first.private });
  expect(read).toHaveBeenLastCalledWith(expect.objectContaining({ asked: expect.anything() }));
});

test("a read that fails after an import leaves it for the next", async () => {
  read.mockRejectedValue(new Error("engine down"));
  const { call } = await configured();
  const [imported] = (await call("ImportResourceState", { type_name: "t_thing", id: "1" })).imported_resources;
  const failed = await call("ReadResource", {
    type_name: "t_thing",
    current_state: imported!.state,
    private: imported!.private,
  });
  expect(Buffer.from(failed.private)).toEqual(Buffer.from(imported!.private));
});

test("what cannot be imported says so", async () => {
  const { call } = await configured();
  const answer = await call("ImportResourceState", { type_name: "t_planned", id: "1" });
  expect(answer.imported_resources).toEqual([]);
  expect(answer.diagnostics).toMatchObject([{ severity: 1, summary: "t_planned cannot be imported" }]);
});

const json = Buffer.from(JSON.stringify({ id: "1", name: "a", size: "1", gone: true }));

test("an old state is brought up to date", async () => {
  const { call } = await configured();
  const { upgraded_state } = await call("UpgradeResourceState", {
    type_name: "t_thing",
    version: 0,
    raw_state: { json },
  });
  expect(received(schema, upgraded_state)).toEqual(a);
});

test("a state that cannot be read is an error, not an object that is gone", async () => {
  const { call } = await configured();
  const { upgraded_state, diagnostics } = await call("UpgradeResourceState", {
    type_name: "t_thing",
    version: 0,
    raw_state: { json: Buffer.from("{") },
  });
  expect(upgraded_state).toBeUndefined();
  expect(diagnostics).toMatchObject([{ severity: 1 }]);
});

const move = {
  source_provider_address: "registry.terraform.io/other/t",
  source_type_name: "t_thing",
  source_schema_version: 0,
  source_state: { json },
};

test("a type of the same name can be moved here from another provider", async () => {
  const { call } = await configured();
  const { target_state } = await call("MoveResourceState", { ...move, target_type_name: "t_thing" });
  expect(received(schema, target_state)).toEqual(a);
});

test("one of another name cannot", async () => {
  const { call } = await configured();
  const { diagnostics } = await call("MoveResourceState", { ...move, target_type_name: "t_planned" });
  expect(diagnostics).toMatchObject([{ summary: "t_thing of registry.terraform.io/other/t cannot become t_planned" }]);
});

test("a data source is read", async () => {
  lookUp.mockResolvedValue({ id: "1" });
  const { call } = await configured();
  const { state } = await call("ReadDataSource", { type_name: "t_source", config: sent(schema, config) });
  expect(received(schema, state)).toEqual(a);
});
