import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { withGrace, withTimeLimit } from "../../../provider/resources/time-limit";

const never = new AbortController().signal;

test("ends with the time, although memory is cleared meanwhile", async () => {
  const limited = withTimeLimit(never, 100);
  const reasons: unknown[] = [];
  limited.addEventListener("abort", () => reasons.push(limited.reason.name));
  setFlagsFromString("--expose_gc");
  runInNewContext("gc")();
  await pause(200);
  expect(reasons).toEqual(["TimeoutError"]);
});

test("ends with the signal, for the signal's reason", () => {
  const controller = new AbortController();
  const limited = withTimeLimit(controller.signal, 100_000);
  controller.abort(new Error("stopped"));
  expect(limited.reason).toMatchObject({ message: "stopped" });
});

test("a limit that Node.js cannot wait for is not reached at once", async () => {
  const limited = withTimeLimit(never, 1e12);
  await pause(20);
  expect(limited.aborted).toBe(false);
});

test("a grace begins with the signal, and ends for its reason", async () => {
  const controller = new AbortController();
  const late = withGrace(controller.signal, 50);
  await pause(80);
  expect(late.aborted).toBe(false);
  controller.abort(new Error("stopped"));
  expect(late.aborted).toBe(false);
  await once(late, "abort");
  expect(late.reason).toMatchObject({ message: "stopped" });
});

test("a signal that has ended before gives the same grace", async () => {
  const late = withGrace(AbortSignal.abort(new Error("stopped")), 20);
  expect(late.aborted).toBe(false);
  await once(late, "abort");
});
