import { EngineError } from "./errors";
import { LONGEST_OUTPUT } from "./limits";
import type { Frame } from "./log-stream";

/** What a process printed, as UTF-8 text. */
export interface Output {
  readonly stdout: string;
  readonly stderr: string;
  /** Both, in the order in which they were written. */
  readonly output: string;
}

/** Frames until there are more than are kept. */
export class CollectedOutput {
  private readonly frames: Frame[] = [];
  private bytes = 0;

  constructor(private readonly longest: number = LONGEST_OUTPUT) {}

  /** @throws EngineError "answer-too-large" */
  add(frame: Frame): void {
    this.bytes += frame.data.length;
    if (this.bytes > this.longest) throw tooMuch(this.longest);
    this.frames.push(frame);
  }

  end(): Output {
    return toOutput(this.frames);
  }
}

const tooMuch = (longest: number) =>
  new EngineError({
    code: "answer-too-large",
    what: `it printed more than ${Math.round(longest / 1_048_576)} MB, which is more than is kept`,
    remedy: "Let it print less or into a file, or ask for the end of its log alone (`tail`, `since`).",
  });

/** Reads all frames to their end. @throws EngineError "answer-too-large" */
export async function collectOutput(frames: AsyncIterable<Frame>, longest?: number): Promise<Output> {
  const all = new CollectedOutput(longest);
  for await (const frame of frames) all.add(frame);
  return all.end();
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
