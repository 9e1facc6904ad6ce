import { LineLog } from "./line-log";

/** A step that failed, and what it printed. */
export interface FailedStep {
  /** `[2/3] RUN make`, or the classic builder's `RUN make`. */
  readonly name: string;
  readonly output: string;
}

/** A step that an instruction of the Dockerfile asked for, and that has ended. */
export interface EndedStep {
  /** `[2/4] RUN make`, or `[stage 2/4] RUN make` of a stage that has a name. */
  readonly name: string;
  /** Whether an earlier build's was taken. */
  readonly cached: boolean;
  /** What it took; the classic builder does not say. */
  readonly seconds?: number;
}

/** A line about a build: a step that began or ended, or (`detail`) what one printed. */
export interface ProgressLine {
  readonly text: string;
  readonly detail: boolean;
}

/** A message of the engine while it builds. */
export interface BuildMessage {
  readonly id?: string;
  readonly stream?: string;
  readonly status?: string;
  readonly aux?: unknown;
}

/** Reads what a builder tells of a build. */
export interface BuildProgress {
  /** What is to be said of the message. */
  read(message: BuildMessage): ProgressLine[];
  /** Id of the image, once it is made. */
  readonly imageId: string | undefined;
  /** Once the build has failed: at which step, as far as is known. */
  failedStep(): FailedStep | undefined;
  /** The steps that have ended, as they began. */
  endedSteps(): readonly EndedStep[];
}

/** The end of what a step printed is kept, for the error: more than is shown, less than can grow. */
export const KEPT_LINES = 200;

/** Progress of the classic builder: plain text, in which each step has a heading. */
export class ClassicProgress implements BuildProgress {
  imageId: string | undefined;
  private readonly lines = new LineLog();
  private step: string | undefined;
  private output: string[] = [];
  private readonly steps: { name: string; cached: boolean }[] = [];

  read({ stream = "", status, aux }: BuildMessage): ProgressLine[] {
    const { ID: id } = (aux ?? {}) as { ID?: string };
    if (id !== undefined) this.imageId = id;
    const pulled = status === undefined ? [] : [{ text: status, detail: true }];
    return [...this.lines.add(Buffer.from(stream)).map((line) => this.line(line)), ...pulled];
  }

  failedStep(): FailedStep | undefined {
    const output = [...this.output, ...this.lines.end()].join("\n");
    return this.step === undefined ? undefined : { name: this.step, output };
  }

  endedSteps(): readonly EndedStep[] {
    return this.steps;
  }

  private line(text: string): ProgressLine {
    const [, place, step] = /^Step (\d+\/\d+) : (.*)$/.exec(text) ?? [];
    if (step === undefined) {
      const last = this.steps.at(-1);
      if (last && text === " ---> Using cache") last.cached = true;
      if (!/^ ---> /.test(text)) this.output.push(text);
      this.output.splice(0, this.output.length - KEPT_LINES);
      return { text, detail: true };
    }
    this.step = step;
    this.steps.push({ name: `[${place}] ${step}`, cached: false });
    this.output = [];
    return { text, detail: false };
  }
}
