import type { Decoded } from "../protobuf";
import { LineLog } from "./line-log";
import { StatusResponse } from "./messages";
import {
  type BuildMessage,
  type BuildProgress,
  type EndedStep,
  type FailedStep,
  KEPT_LINES,
  type ProgressLine,
} from "./progress";
import { isInstruction } from "./step-name";

type Told = Decoded<typeof StatusResponse>;
type Vertex = Told["vertexes"][number];
type Instant = NonNullable<Vertex["started"]>;

/** A step of a build, by the number under which its lines are shown. */
interface Step {
  readonly number: number;
  readonly lines: LineLog;
  readonly output: string[];
  name: string;
  state: "waiting" | "running" | "ended";
  error: string;
  cached: boolean;
  seconds: number;
}

/**
 * Progress of BuildKit: steps that run beside each other, each with its output. Said like
 * `docker build --progress=plain` says it.
 */
export class BuildkitProgress implements BuildProgress {
  imageId: string | undefined;
  private readonly steps = new Map<string, Step>();

  read({ id, aux }: BuildMessage): ProgressLine[] {
    if (id === "moby.image.id") this.imageId = (aux as { ID?: string } | undefined)?.ID ?? this.imageId;
    if (id !== "moby.buildkit.trace" || typeof aux !== "string") return [];
    const told = StatusResponse.decode(Buffer.from(aux, "base64"));
    return [
      ...told.vertexes.flatMap((vertex) => this.vertex(vertex)),
      ...told.statuses.flatMap((status) => this.status(status)),
      ...told.logs.flatMap(({ vertex, msg }) => this.log(vertex, msg)),
      ...told.warnings.map(({ short }) => ({ text: `WARNING: ${Buffer.from(short)}`, detail: false })),
    ];
  }

  failedStep(): FailedStep | undefined {
    // Steps that were cancelled because another failed have an error too.
    const failed = [...this.steps.values()].filter(({ error }) => error !== "");
    const [step] = failed.filter(({ error }) => !/context canceled/.test(error)).concat(failed);
    return step && { name: step.name, output: [...step.output, ...step.lines.end()].join("\n") };
  }

  endedSteps(): readonly EndedStep[] {
    return [...this.steps.values()]
      .filter(({ name, state, error }) => isInstruction(name) && state === "ended" && error === "")
      .map(({ name, cached, seconds: took }) => ({ name, cached, seconds: took }));
  }

  private vertex({ digest, name, cached, started, completed, error }: Vertex): ProgressLine[] {
    const step = this.step(digest);
    const lines: string[] = [];
    step.name = name;
    if (started && step.state === "waiting") {
      step.state = "running";
      lines.push(name);
    }
    if (completed && step.state !== "ended") {
      step.state = "ended";
      step.error = error;
      step.cached = cached;
      step.seconds = took({ started, completed });
      const rest = step.lines.end();
      step.output.push(...rest);
      lines.push(...rest, ending({ cached, started, completed, error }));
    }
    return lines.map((line) => ({ text: `#${step.number} ${line}`, detail: false }));
  }

  private status({ id, vertex, current, total, completed }: Told["statuses"][number]): ProgressLine[] {
    const amount = total > 0 ? ` ${current}/${total}` : current > 0 ? ` ${current}` : "";
    return [{ text: `#${this.step(vertex).number} ${id}${amount}${completed ? " done" : ""}`, detail: true }];
  }

  private log(digest: string, bytes: Uint8Array): ProgressLine[] {
    const step = this.step(digest);
    const lines = step.lines.add(bytes);
    step.output.push(...lines);
    step.output.splice(0, step.output.length - KEPT_LINES);
    return lines.map((line) => ({ text: `#${step.number} ${line}`, detail: true }));
  }

  private step(digest: string): Step {
    const known = this.steps.get(digest);
    if (known) return known;
    const step: Step = {
      number: this.steps.size + 1,
      lines: new LineLog(),
      output: [],
      name: digest,
      state: "waiting",
      error: "",
      cached: false,
      seconds: 0,
    };
    this.steps.set(digest, step);
    return step;
  }
}

function ending({ cached, started, completed, error }: Pick<Vertex, "cached" | "started" | "completed" | "error">) {
  if (error !== "") return `ERROR: ${error}`;
  if (cached) return "CACHED";
  return `DONE ${took({ started, completed }).toFixed(1)}s`;
}

const took = ({ started, completed }: Pick<Vertex, "started" | "completed">): number =>
  completed ? seconds(completed) - seconds(started ?? completed) : 0;

const seconds = ({ seconds: whole, nanos }: Instant): number => whole + nanos / 1e9;
