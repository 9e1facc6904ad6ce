import { provider } from "../../../provider/docker";
import { kept } from "../../../provider/main";
import { calls } from "../../../provider/plugin/tfplugin6/calls";
import { keptCalls } from "../../../provider/plugin/tfplugin6/handled-calls";
import type { Decoded, Message } from "../../../provider/protobuf";

type SchemaAnswer = Decoded<typeof calls.GetProviderSchema.response>;

test("what is kept of the provider's answers says all of it, and nothing that went wrong", async () => {
  const answers = new Map(await kept());
  expect([...answers.keys()]).toEqual([...keptCalls]);
  const response = calls.GetProviderSchema.response as unknown as Message<SchemaAnswer, unknown>;
  const { resource_schemas, diagnostics } = response.decode(answers.get("GetProviderSchema")!);
  expect([...resource_schemas].map(([type]) => type).sort()).toEqual(provider.resources.map(({ type }) => type).sort());
  expect(diagnostics).toEqual([]);
});
