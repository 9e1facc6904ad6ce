import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { withTimeLimit } from "../../../provider/resources/time-limit";

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
