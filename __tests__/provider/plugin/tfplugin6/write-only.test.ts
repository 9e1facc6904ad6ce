import type { ObjectValue } from "../../../../provider/schema";
import { received, sent } from "./calling";
import { a, config, configured, create, created, plan, reset, schema, update } from "./provider";

beforeEach(reset);

const secret = "s3cret";
const asked = sent(schema, { ...config, secret });

/** Everything that Terraform would keep of an answer. */
const kept = (answer: object): string =>
  JSON.stringify(answer, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : value));

test("it is in no plan, nor does the resource's own have it", async () => {
  const { call } = await configured();
  const request = { type_name: "t_planned", proposed_new_state: sent(schema, config), config: asked };
  const first = await call("PlanResourceChange", request);
  expect(received(schema, first.planned_state)).toMatchObject({ name: "a", secret: undefined });
  const second = await call("PlanResourceChange", { ...request, prior_state: sent(schema, a) });
  expect(plan.mock.calls.map(([{ planned }]) => planned.secret)).toEqual([undefined, undefined]);
  expect(kept([first, second])).not.toContain(secret);
});

test("create and update are given it, and state has nothing of it, whatever they answer", async () => {
  const seen: (string | undefined)[] = [];
  const answer = async ({ planned }: { planned: ObjectValue }) => {
    seen.push(planned["secret"] as string);
    return { id: "1", secret: planned["secret"] };
  };
  create.mockImplementation(answer);
  update.mockImplementation(answer);
  const { call } = await configured();
  const made = await call("ApplyResourceChange", { ...created, config: asked });
  const change = { ...created, prior_state: sent(schema, a), planned_state: sent(schema, a), config: asked };
  const changed = await call("ApplyResourceChange", change);
  expect(seen).toEqual([secret, secret]);
  expect(received(schema, made.new_state)).toEqual(a);
  expect(kept([made, changed])).not.toContain(secret);
});

test("one that fails half way leaves nothing of it either", async () => {
  const fails = async ({ made, planned }: { made(state: object): void; planned: ObjectValue }) => {
    made({ id: "1", secret: planned["secret"] });
    throw new Error("did not start");
  };
  create.mockImplementation(fails);
  update.mockImplementation(fails);
  const { call } = await configured();
  const made = await call("ApplyResourceChange", { ...created, config: asked });
  const change = { ...created, prior_state: sent(schema, a), planned_state: sent(schema, a), config: asked };
  const changed = await call("ApplyResourceChange", change);
  expect(made.diagnostics).toMatchObject([{ summary: "did not start" }]);
  expect(received(schema, made.new_state)).toMatchObject({ id: "1" });
  expect(kept([made, changed])).not.toContain(secret);
});

test("an error does not repeat it, plain or out of base64; a short one cannot be told from other text", async () => {
  const { call } = await configured();
  const said = async (value: string) => {
    create.mockRejectedValueOnce(new Error(`it printed: ${secret} ok`));
    const request = { ...created, config: sent(schema, { ...config, secret: value }) };
    return (await call("ApplyResourceChange", request)).diagnostics[0]?.summary;
  };
  expect(await said(secret)).toBe("it printed: (write-only) ok");
  expect(await said(Buffer.from(secret).toString("base64"))).toBe("it printed: (write-only) ok");
  expect(await said("ok")).toBe("it printed: s3cret ok");
});
