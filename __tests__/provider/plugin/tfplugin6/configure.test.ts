import { calling, sent } from "./calling";
import { a, close, config, configured, provider, reset, schema } from "./provider";

beforeEach(reset);

test("complaints carry the attribute", async () => {
  const { call } = calling(provider);
  const sizes = sent(schema, { ...config, size: -1 });
  const at = (name: string) => ({
    steps: [{ attribute_name: name, element_key_string: undefined, element_key_int: undefined }],
  });
  expect((await call("ValidateResourceConfig", { type_name: "t_thing", config: sizes })).diagnostics).toMatchObject([
    { severity: 1, detail: "say 0 or more", attribute: at("size") },
  ]);
  expect(
    (await call("ValidateDataResourceConfig", { type_name: "t_source", config: sizes })).diagnostics,
  ).toMatchObject([{ attribute: at("size") }]);
  expect(
    (await call("ValidateProviderConfig", { config: sent(provider.schema, { host: "bad" }) })).diagnostics,
  ).toMatchObject([{ attribute: at("host"), detail: "say good" }]);
});

test("a provider that refuses its configuration says why", async () => {
  const { call } = calling(provider);
  const { diagnostics } = await call("ConfigureProvider", { config: sent(provider.schema, { host: "refused" }) });
  expect(diagnostics).toMatchObject([{ severity: 1, summary: "no such host", detail: "say another" }]);
  const later = await call("ReadResource", { type_name: "t_thing", current_state: sent(schema, a) });
  expect(later.diagnostics).toMatchObject([{ summary: "the provider is not configured" }]);
});

test("what it holds is let go of at the end", async () => {
  const { answers } = await configured();
  answers.close();
  expect(close).toHaveBeenCalledTimes(1);
});

test.each(["ReadResource", "PlanResourceChange", "ApplyResourceChange", "ImportResourceState"] as const)(
  "%s of a type that is not there names those that are",
  async (name) => {
    const { call } = await configured();
    const { diagnostics } = await call(name, { type_name: "t_other" });
    expect(diagnostics).toMatchObject([
      { summary: "this provider has no resource t_other", detail: expect.stringContaining("t_planned, t_thing") },
    ]);
  },
);

test("what is write-only is refused by a Terraform that would keep it, and by no other", async () => {
  const { call } = await configured();
  const request = { type_name: "t_thing", config: sent(schema, { ...config, secret: "s3cret" }) };
  const { diagnostics } = await call("ValidateResourceConfig", request);
  expect(diagnostics).toMatchObject([
    {
      severity: 1,
      summary: "secret needs Terraform 1.11 or newer",
      attribute: { steps: [{ attribute_name: "secret" }] },
    },
  ]);
  expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
  const capable = { ...request, client_capabilities: { write_only_attributes_allowed: true } };
  expect((await call("ValidateResourceConfig", capable)).diagnostics).toEqual([]);
  const unset = { type_name: "t_thing", config: sent(schema, config) };
  expect((await call("ValidateResourceConfig", unset)).diagnostics).toEqual([]);
});
