import { setTimeout as delay } from "node:timers/promises";
import { attributeError } from "../../../../provider/schema";
import { received, sent } from "./calling";
import {
  a,
  config,
  configured,
  create,
  created,
  nothing,
  planDestroy,
  remove,
  reset,
  schema,
  services,
  update,
} from "./provider";

beforeEach(reset);

test("what was made is told", async () => {
  create.mockResolvedValue({ id: "1" });
  const { call } = await configured();
  const { new_state, diagnostics } = await call("ApplyResourceChange", created);
  expect(diagnostics).toEqual([]);
  expect(received(schema, new_state)).toEqual(a);
  expect(create).toHaveBeenCalledWith(expect.objectContaining({ engine: "e", planned: config }));
});

test("a failed create tells what was made beside the error", async () => {
  create.mockImplementation(async ({ made }) => {
    made({ id: "1" });
    throw attributeError(["name"], "did not start");
  });
  const { call } = await configured();
  const { new_state, diagnostics } = await call("ApplyResourceChange", created);
  expect(diagnostics).toMatchObject([{ severity: 1, summary: "did not start" }]);
  expect(received(schema, new_state)).toMatchObject({ id: "1", name: "a" });
});

test("an apply that cannot even begin keeps the state that was", async () => {
  services.mockImplementation(() => {
    throw new Error("no engine");
  });
  const { call } = await configured();
  const { new_state, diagnostics } = await call("ApplyResourceChange", { ...created, prior_state: sent(schema, a) });
  expect(diagnostics).toMatchObject([{ summary: "no engine" }]);
  expect(received(schema, new_state)).toEqual(a);
});

test("a stop aborts what is in flight, which still tells what it made", async () => {
  create.mockImplementation(({ made, signal }) => {
    made({ id: "1" });
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  const { call, inFlight } = await configured();
  const applying = call("ApplyResourceChange", created);
  while (create.mock.calls.length === 0) await new Promise(setImmediate);
  inFlight.stop("stopped by the test");
  const { new_state, diagnostics } = await applying;
  expect(diagnostics).toMatchObject([{ summary: "stopped by the test" }]);
  expect(received(schema, new_state)).toMatchObject({ id: "1" });
});

test("a call that Node.js aborts says why, not just that it was", async () => {
  create.mockImplementation(({ signal }) => delay(60_000, undefined, { signal }));
  const { call, inFlight } = await configured();
  const applying = call("ApplyResourceChange", created);
  while (create.mock.calls.length === 0) await new Promise(setImmediate);
  inFlight.stop("stopped by the test");
  expect((await applying).diagnostics).toMatchObject([{ summary: "stopped by the test" }]);
});

test("after a stop nothing begins, and no state is lost", async () => {
  const { call, inFlight } = await configured();
  inFlight.stop("stopped by the test");
  const { new_state, diagnostics } = await call("ApplyResourceChange", { ...created, prior_state: sent(schema, a) });
  expect(diagnostics).toMatchObject([{ summary: "stopped by the test" }]);
  expect(received(schema, new_state)).toEqual(a);
  expect(create).not.toHaveBeenCalled();
  const reading = await call("ReadResource", { type_name: "t_thing", current_state: sent(schema, a) });
  expect(received(schema, reading.new_state)).toEqual(a);
});

test("calls are served at the same time", async () => {
  let release = () => {};
  create.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        release = () => resolve({ id: "slow" });
      }),
  );
  create.mockResolvedValueOnce({ id: "quick" });
  const { call } = await configured();
  const slow = call("ApplyResourceChange", created);
  const quick = await call("ApplyResourceChange", created);
  expect(received(schema, quick.new_state)).toMatchObject({ id: "quick" });
  release();
  expect(received(schema, (await slow).new_state)).toMatchObject({ id: "slow" });
});

describe("what a resource keeps beside the state", () => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const kept = Buffer.from('{"nonce":"before"}');

  test("is stored with what was made, also where the rest failed", async () => {
    create.mockImplementation(async ({ made, privateState }) => {
      privateState.set("nonce", "new");
      made({ id: "1" });
      throw attributeError(["name"], "did not start");
    });
    const { call } = await configured();
    expect(text((await call("ApplyResourceChange", created)).private)).toBe('{"nonce":"new"}');
  });

  test("of an object that is replaced is not the new one's", async () => {
    create.mockResolvedValue({ id: "1" });
    const { call } = await configured();
    expect((await call("ApplyResourceChange", { ...created, planned_private: kept })).private).toHaveLength(0);
  });

  test("stays with an update and is there for the removal, planned or done", async () => {
    update.mockResolvedValue({});
    const { call } = await configured();
    const prior = { prior_state: sent(schema, a), planned_private: kept };
    const updated = await call("ApplyResourceChange", { ...created, ...prior, planned_state: sent(schema, a) });
    expect(text(updated.private)).toBe('{"nonce":"before"}');
    const removal = { type_name: "t_thing", prior_state: sent(schema, a), prior_private: kept };
    const plan = await call("PlanResourceChange", { ...removal, proposed_new_state: nothing, config: nothing });
    expect(planDestroy.mock.calls[0][0].privateState.tryGet("nonce")).toBe("before");
    expect(text(plan.planned_private)).toBe('{"nonce":"before"}');
    await call("ApplyResourceChange", { ...created, ...prior, planned_state: nothing });
    expect(remove.mock.calls[0][0].privateState.tryGet("nonce")).toBe("before");
  });
});
