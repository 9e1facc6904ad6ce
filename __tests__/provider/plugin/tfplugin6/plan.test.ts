import { hasUnknown, UNKNOWN } from "../../../../provider/schema";
import { calling, received, sent } from "./calling";
import { a, config, configured, nothing, plan, provider, read, reset, schema, services } from "./provider";

beforeEach(reset);

const change = (
  type_name: string,
  asked: typeof config | { name: typeof UNKNOWN; id: undefined; size: number },
  prior = nothing,
) => ({
  type_name,
  prior_state: prior,
  proposed_new_state: sent(schema, asked),
  config: sent(schema, asked),
});

test("computed values are unknown, replacing attributes are named", async () => {
  const { call } = await configured();
  const create = await call("PlanResourceChange", change("t_thing", config));
  expect(received(schema, create.planned_state)).toEqual({ ...a, id: UNKNOWN });
  expect(create.requires_replace).toEqual([]);
  const replace = await call("PlanResourceChange", change("t_thing", { ...config, name: "b" }, sent(schema, a)));
  expect(replace.requires_replace.map(({ steps }) => steps.map((step) => step.attribute_name))).toEqual([["name"]]);
  expect(services).not.toHaveBeenCalled();
});

test("a destroy is planned as null", async () => {
  const { call } = await configured();
  const { planned_state } = await call("PlanResourceChange", {
    type_name: "t_thing",
    prior_state: sent(schema, a),
    proposed_new_state: nothing,
    config: nothing,
  });
  expect(received(schema, planned_state)).toBeUndefined();
});

test("a resource with a say in its plan is given its services", async () => {
  const { call } = await configured();
  await call("PlanResourceChange", change("t_planned", config));
  expect(services).toHaveBeenCalledWith("t_planned", config);
  expect(plan).toHaveBeenCalledWith(expect.objectContaining({ services: { engine: "e" }, prior: undefined }));
});

test("but none where they hang on what is not known yet", async () => {
  services.mockImplementation((_, values) => {
    if (hasUnknown(values)) throw new Error("which engine?");
    return { engine: "e" };
  });
  const { call } = await configured();
  const { diagnostics } = await call("PlanResourceChange", change("t_planned", { ...config, name: UNKNOWN }));
  expect(diagnostics).toEqual([]);
  expect(plan).toHaveBeenCalledWith(expect.objectContaining({ services: undefined }));
});

test("nor where the provider's own configuration waits for something", async () => {
  services.mockImplementation(() => {
    throw new Error("which host?");
  });
  const { call } = calling(provider);
  await call("ConfigureProvider", { config: sent(provider.schema, { host: UNKNOWN }) });
  const { diagnostics } = await call("PlanResourceChange", change("t_planned", config));
  expect(diagnostics).toEqual([]);
  expect(plan).toHaveBeenCalledWith(expect.objectContaining({ services: undefined }));
});

test("services that fail with all values known are an error", async () => {
  services.mockImplementation(() => {
    throw new Error("no engine at all");
  });
  const { call } = await configured();
  const { diagnostics } = await call("PlanResourceChange", change("t_planned", config));
  expect(diagnostics).toMatchObject([{ summary: "no engine at all" }]);
});

describe("the plan of a new object, which may be to come in the place of a tainted one", () => {
  const kept = (text: string) => Buffer.from(JSON.stringify({ nonce: text }));
  const refresh = (call: Awaited<ReturnType<typeof configured>>["call"], text: string, state = a) => {
    read.mockResolvedValue(state);
    return call("ReadResource", { type_name: "t_planned", current_state: sent(schema, state), private: kept(text) });
  };
  const planned = async (call: Awaited<ReturnType<typeof configured>>["call"], asked: typeof config = config) =>
    Buffer.from((await call("PlanResourceChange", change("t_planned", asked))).planned_private).toString();

  test("keeps what is kept beside the one of its name that was refreshed, for its destroy", async () => {
    const { call } = await configured();
    await refresh(call, "1");
    expect(await planned(call)).toBe(String(kept("1")));
    const { privateState } = plan.mock.calls.at(-1)![0];
    expect(privateState.tryGet("nonce")).toBe("1");
  });

  test("keeps nothing of one of another name, nor of two that have its name", async () => {
    const { call } = await configured();
    await refresh(call, "1", { ...a, name: "b" });
    expect(await planned(call)).toBe("");
    await refresh(call, "2");
    await refresh(call, "3");
    expect(await planned(call)).toBe("");
  });

  test("keeps what Terraform hands on of the object that it replaces", async () => {
    const { call } = await configured();
    await refresh(call, "1");
    const { planned_private } = await call("PlanResourceChange", {
      ...change("t_planned", config),
      prior_private: kept("2"),
    });
    expect(String(Buffer.from(planned_private))).toBe(String(kept("2")));
  });
});
