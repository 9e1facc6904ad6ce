import { LineLog } from "./line-log";
import {
  type BuildMessage,
  type BuildProgress,
  type EndedStep,
  type FailedStep,
  KEPT_LINES,
  type ProgressLine,
} from "./progress";
import { isInstruction } from "./step-name";

interface Step {
  readonly name: string;
  readonly output: string[];
  hasFailed: boolean;
  ended?: Pick<EndedStep, "cached" | "seconds">;
}

/** Progress as buildx prints it with `--progress plain`: lines that begin with the number of their step. */
export class PlainProgress implements BuildProgress {
  /** Not told: the image is found by its name. */
  readonly imageId = undefined;
  private readonly lines = new LineLog();
  private readonly steps = new Map<string, Step>();
  private last = "";

  read({ stream = "" }: BuildMessage): ProgressLine[] {
    return this.lines.add(Buffer.from(stream)).map((text) => this.line(text));
  }

  failedStep(): FailedStep | undefined {
    const failed = [...this.steps.values()].find(({ hasFailed }) => hasFailed);
    return failed && { name: failed.name, output: failed.output.join("\n") };
  }

  endedSteps(): readonly EndedStep[] {
    return [...this.steps.values()].flatMap(({ name, ended }) =>
      ended && isInstruction(name) ? [{ name, ...ended }] : [],
    );
  }

  /** The last thing that was said of what went wrong. */
  get words(): string {
    return this.last;
  }

  private line(text: string): ProgressLine {
    const [, number, rest = ""] = /^#(\d+) (.*)$/.exec(text) ?? [];
    if (number === undefined) {
      this.last = /^ERROR: (.*)$/.exec(text)?.[1] ?? this.last;
      return { text, detail: true };
    }
    const step = this.steps.get(number);
    if (!step) {
      this.steps.set(number, { name: rest, output: [], hasFailed: false });
      return { text, detail: false };
    }
    if (/^ERROR: /.test(rest)) step.hasFailed = true;
    if (rest === "CACHED") step.ended = { cached: true, seconds: 0 };
    const [, took] = /^DONE (\d+\.\d+)s$/.exec(rest) ?? [];
    if (took !== undefined) step.ended = { cached: false, seconds: Number(took) };
    const [, printed] = /^\d+\.\d+ (.*)$/.exec(rest) ?? [];
    if (printed !== undefined) step.output.push(printed);
    step.output.splice(0, step.output.length - KEPT_LINES);
    return { text, detail: printed !== undefined };
  }
}
