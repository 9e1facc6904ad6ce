import { calling } from "./calling";
import { provider, reset } from "./provider";

beforeEach(reset);

test("its types, by name", async () => {
  const answer = await calling(provider).call("GetMetadata", {});
  expect(answer.resources).toEqual([{ type_name: "t_thing" }, { type_name: "t_planned" }]);
  expect(answer.data_sources).toEqual([{ type_name: "t_source" }]);
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
  expect(answer.resource_schemas.get("t_thing")?.version).toBe(1);
  expect(answer.provider?.block?.attributes.map(({ name }) => name)).toEqual(["host"]);
});

test("it has no functions, and says so", async () => {
  const { call } = calling(provider);
  expect((await call("GetFunctions", {})).functions.size).toBe(0);
  expect((await call("CallFunction", { name: "f" })).error?.text).toBe("this provider has no function f");
});
