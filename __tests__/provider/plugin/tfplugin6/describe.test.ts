import { calling } from "./calling";
import { provider, reset } from "./provider";

beforeEach(reset);

test("its types, by name", async () => {
  const answer = await calling(provider).call("GetMetadata", {});
  expect(answer.resources).toEqual([{ type_name: "t_thing" }, { type_name: "t_planned" }]);
  expect(answer.data_sources).toEqual([{ type_name: "t_source" }]);
  expect(answer.ephemeral_resources).toEqual([{ type_name: "t_token" }]);
  expect(answer.functions).toEqual([{ name: "half" }]);
  expect(answer.server_capabilities).toEqual({
    plan_destroy: true,
    get_provider_schema_optional: true,
    move_resource_state: true,
  });
});

test("its schemas", async () => {
  const answer = await calling(provider).call("GetProviderSchema", {});
  expect(answer.diagnostics).toEqual([]);
  expect([...answer.resource_schemas.keys()]).toEqual(["t_thing", "t_planned"]);
  expect([...answer.data_source_schemas.keys()]).toEqual(["t_source"]);
  expect([...answer.ephemeral_resource_schemas.keys()]).toEqual(["t_token"]);
  const thing = answer.resource_schemas.get("t_thing")?.block?.attributes ?? [];
  expect(thing.filter(({ write_only }) => write_only).map(({ name }) => name)).toEqual(["secret"]);
  expect(answer.resource_schemas.get("t_thing")?.version).toBe(1);
  expect(answer.provider?.block?.attributes.map(({ name }) => name)).toEqual(["host"]);
});

test("what its objects are known by, where they are by anything", async () => {
  const { identity_schemas } = await calling(provider).call("GetResourceIdentitySchemas", {});
  expect([...identity_schemas.keys()]).toEqual(["t_thing"]);
  const told = identity_schemas.get("t_thing")!.identity_attributes.map(({ type, ...rest }) => ({
    ...rest,
    type: Buffer.from(type).toString(),
  }));
  expect(told).toEqual([
    {
      name: "place",
      type: '"string"',
      required_for_import: false,
      optional_for_import: true,
      description: "for the test",
    },
    {
      name: "id",
      type: '"string"',
      required_for_import: true,
      optional_for_import: false,
      description: "for the test",
    },
  ]);
});

test("its functions, by either call", async () => {
  const { call } = calling(provider);
  const { functions } = await call("GetFunctions", {});
  expect((await call("GetProviderSchema", {})).functions).toEqual(functions);
  const half = functions.get("half")!;
  expect(half).toMatchObject({ summary: "Half.", description: "Half of it.", parameters: [{ name: "number" }] });
  expect(Buffer.from(half.parameters[0]!.type).toString()).toBe('"string"');
  expect(Buffer.from(half.return!.type).toString()).toBe('["object",{"half":"number","rest":"string"}]');
});
