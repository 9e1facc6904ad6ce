import type { Frame } from "../../engine/log-stream";
import { collectOutput } from "../../engine/output";

async function* frames(...all: Frame[]): AsyncGenerator<Frame> {
  yield* all;
}

test("the streams are told apart, and kept together in their order", async () => {
  const all = frames(
    { stream: "stdout", data: Buffer.from("one\n") },
    { stream: "stderr", data: Buffer.from("two\n") },
    { stream: "stdout", data: Buffer.from("three\n") },
  );
  expect(await collectOutput(all)).toEqual({ stdout: "one\nthree\n", stderr: "two\n", output: "one\ntwo\nthree\n" });
});

test("a character that is cut in two between frames stays whole", async () => {
  const bytes = Buffer.from("ñandú 🐳");
  const pieces = [...bytes].map((byte): Frame => ({ stream: "stdout", data: Buffer.from([byte]) }));
  expect((await collectOutput(frames(...pieces))).stdout).toBe("ñandú 🐳");
});

test("more than is kept is an error, and no memory", async () => {
  let taken = 0;
  async function* endless(): AsyncGenerator<Frame> {
    for (; ; taken++) yield { stream: "stdout", data: Buffer.alloc(1_048_576) };
  }
  await expect(collectOutput(endless(), 4 * 1_048_576)).rejects.toMatchObject({
    code: "answer-too-large",
    what: "it printed more than 4 MB, which is more than is kept",
  });
  expect(taken).toBe(4);
});
