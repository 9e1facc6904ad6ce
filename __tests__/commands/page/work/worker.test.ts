import { Board } from "../../../../commands/page/board";
import { Worker } from "../../../../commands/page/work/worker";

test("what is said is shown as it comes, without what steers a terminal, and so is the end", async () => {
  const board = new Board();
  const worker = new Worker(board);
  expect(
    worker.start("./lab verify stage1", async (say) => {
      say("\u001b[32m✓\u001b[0m it holds\r");
      return 3;
    }),
  ).toBe(true);
  expect(board.get("work")).toMatchObject({
    command: "./lab verify stage1",
    isRunning: true,
    lines: ["✓ it holds\\x0d"],
  });
  await worker.close();
  expect(board.get("work")).toMatchObject({ isRunning: false, code: 3 });
});

test("one thing is done at a time", async () => {
  const worker = new Worker(new Board());
  const untilStopped = (_: unknown, signal: AbortSignal) =>
    new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(130)));
  expect(worker.start("first", untilStopped)).toBe(true);
  expect(worker.start("second", untilStopped)).toBe(false);
  expect(worker.stop()).toBe(true);
  await worker.close();
  expect(worker.stop()).toBe(false);
  expect(worker.start("third", async () => 0)).toBe(true);
});

test("what fails to begin says why", async () => {
  const board = new Board();
  const worker = new Worker(board);
  worker.start("./lab deploy stage1", async () => {
    throw new Error("spawn ./lab ENOENT");
  });
  await worker.close();
  expect(board.get("work")).toMatchObject({ code: 1, lines: ["spawn ./lab ENOENT"] });
});
