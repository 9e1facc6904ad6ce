import type { Frame } from "./log-stream";

/** What a process printed, as UTF-8 text. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly output: string;
}

/** Reads all frames to their end. */
export async function collectOutput(frames: AsyncIterable<Frame>): Promise<Output> {
  const all: Frame[] = [];
  for await (const frame of frames) all.push(frame);
  return toOutput(all);
}

/** Each stream is decoded once, whole, so that no character is cut in two. */
export function toOutput(frames: readonly Frame[]): Output {
  const text = (wanted: readonly Frame[]) => Buffer.concat(wanted.map(({ data }) => data)).toString();
  return {
    stdout: text(frames.filter(({ stream }) => stream === "stdout")),
    stderr: text(frames.filter(({ stream }) => stream === "stderr")),
    output: text(frames),
  };
}
