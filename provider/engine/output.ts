import type { Frame } from "./log-stream";

/** What a process printed, as UTF-8 text. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly output: string;
}

/** Reads all frames to their end. Text is decoded once whole, so that no character is cut in two. */
export async function collectOutput(frames: AsyncIterable<Frame>): Promise<Output> {
  const all: Frame[] = [];
  for await (const frame of frames) all.push(frame);
  const text = (wanted: (frame: Frame) => boolean) =>
    Buffer.concat(all.filter(wanted).map(({ data }) => data)).toString();
  return {
    stdout: text(({ stream }) => stream === "stdout"),
    stderr: text(({ stream }) => stream === "stderr"),
    output: text(() => true),
  };
}
