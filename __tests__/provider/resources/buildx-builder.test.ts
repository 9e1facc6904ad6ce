import { buildxBuilder } from "../../../provider/resources/buildx-builder";
import { applyChange } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";

const state = { ...complete(buildxBuilder.schema, { name: "ci" }), id: "ci" };
const { signal } = new AbortController();
const services = {
  engine: { url: "unix:///engine.sock" },
  journal: { lost: { settle() {}, add() {} }, settleNamed() {} },
};

test("one that a state has is let go of, and stays: what removes it is told", async () => {
  const request = { prior: state, services, signal } as unknown as Parameters<typeof applyChange>[1];
  const { state: left, diagnostics } = await applyChange(buildxBuilder, request);
  expect(left).toBeUndefined();
  expect(diagnostics).toMatchObject([
    {
      severity: "warning",
      summary: 'builder "ci" was left as it is',
      detail: expect.stringContaining("docker buildx rm ci"),
    },
  ]);
});
