import { interruptible } from "../../../commands/test/interruption";

const listeners = () => process.listenerCount("SIGINT") + process.listenerCount("SIGTERM");

test.each(["SIGINT", "SIGTERM"] as const)(
  "%s lets the run take down what it has started, then says how to go on",
  async (name) => {
    const before = listeners();
    const down = jest.fn();
    const run = interruptible("machines", async (signal) => {
      const interrupted = new Promise((resolve) => signal.addEventListener("abort", resolve));
      process.emit(name);
      await interrupted;
      down();
      throw new Error("the machine is gone");
    });
    await expect(run).rejects.toMatchObject({
      code: "tests-interrupted",
      message: "interrupted: `./lab test machines --resume` leaves out what has passed at this commit",
    });
    expect([down.mock.calls.length, listeners()]).toEqual([1, before]);
  },
);

test("work that ends in order although it was interrupted is interrupted, too", async () => {
  const run = interruptible("engines", async () => {
    process.emit("SIGINT");
  });
  await expect(run).rejects.toMatchObject({ code: "tests-interrupted" });
});

test("what fails by itself is told as it is", async () => {
  const run = interruptible("engines", async () => {
    throw new Error("no engine");
  });
  await expect(run).rejects.toThrow("no engine");
});
