import { InFlight, Stopped } from "../../../../provider/plugin/process/in-flight";

const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

test("what a call resolves to is passed on", async () => {
  await expect(new InFlight().run(async () => 1)).resolves.toBe(1);
});

test("a stop reaches every call, with the reason", async () => {
  const inFlight = new InFlight();
  const calls = [inFlight.run(untilAborted), inFlight.run(untilAborted)];
  inFlight.stop("enough");
  for (const call of calls) await expect(call).rejects.toEqual(new Stopped("enough"));
});

test("after a stop no call starts", async () => {
  const inFlight = new InFlight();
  inFlight.stop("enough");
  const work = jest.fn();
  await expect(inFlight.run(work)).rejects.toThrow("enough");
  expect(work).not.toHaveBeenCalled();
});

test("of several stops the first one's reason stands", async () => {
  const inFlight = new InFlight();
  inFlight.stop("first");
  inFlight.stop("second");
  await expect(inFlight.run(async () => 1)).rejects.toThrow("first");
});

test("a call that failed is not in flight any more", async () => {
  const inFlight = new InFlight();
  await expect(inFlight.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(inFlight.count).toBe(0);
});

test("idle is when the last one has ended, whatever its end", async () => {
  const inFlight = new InFlight();
  const ends: string[] = [];
  const fails = inFlight.run(() => Promise.reject(new Error("no"))).catch(() => ends.push("failed"));
  let release = () => {};
  const works = inFlight
    .run(
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    )
    .then(() => ends.push("worked"));
  const idle = inFlight.idle().then(() => ends.push("idle"));
  await fails;
  expect(inFlight.count).toBe(1);
  release();
  await Promise.all([works, idle]);
  expect(ends).toEqual(["failed", "worked", "idle"]);
});
