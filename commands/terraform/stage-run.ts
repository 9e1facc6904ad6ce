import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Engine } from "../../engine";
import { printable } from "../../foreign/printable";
import { makeTemporary } from "../../temporary";
import { failureLine, linesOf, planLines } from "../display/stage-lines";
import { StageProgress } from "../display/stage-progress";
import { wasInterrupted } from "../interruption";
import { LabProblem } from "../problem";
import type { Stage } from "../stages";
import { deployedOutputs, type OutputValues, resourceCount } from "../state-file";
import { screen } from "../terminal";
import { progress as words } from "../words/progress";
import { type Diagnostic, lockHolder, type OutputValue, type TerraformEvent } from "./event";
import { isInitialized } from "./initialized";
import { declaredServices } from "./services";
import { stageFolder } from "./stage-folder";
import { TaskCounts } from "./task-counts";
import { type TerraformEnd, terraform } from "./terraform";

/** What is done to stages. */
export type Work = "deploy" | "destroy" | "diff";

export interface RunOptions {
  /** The program: `terraform` or `tofu`. */
  readonly program: string;
  /** Beside ./lab's own environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Show all that Terraform says. */
  readonly verbose: boolean;
  /** Whether a warning tells what ./lab has seen to already. @default - none does */
  isKnown?(warning: Diagnostic): boolean;
  /** The engine at an address, which is closed by whoever opened it. */
  open(url: string): Engine;
}

export type Outputs = Readonly<Record<string, OutputValue>>;

/**
 * Makes Terraform ready in a stage's folder, as cdktf does. The backend's path is told anew where it is another one: a
 * checkout that was moved took its state along.
 *
 * @throws LabProblem `init-failed`
 */
export async function initStage(stage: Stage, { program, env, verbose }: RunOptions): Promise<void> {
  if (isInitialized(stageFolder(stage))) return;
  const options = { program, env, cwd: stageFolder(stage) };
  const { code, words } = await terraform(["init", "-input=false", "-no-color", "-reconfigure"], options, () => {});
  if (verbose) for (const line of words) screen.write(`${stage}  ${printable(line)}\n`);
  if (code !== 0) throw LabProblem.of("init-failed", { stage, words: words.join("\n") });
}

/** Why a stage could not be worked on, in a line. */
export class StageFailure extends Error {
  override readonly name = "StageFailure";
}

/**
 * Has Terraform work on a stage, and shows it.
 *
 * @returns its outputs
 * @throws StageFailure, and LabProblem `stage-locked`
 */
export async function runStage(stage: Stage, work: Work, options: RunOptions): Promise<Outputs> {
  const counts = new TaskCounts(declaredServices(stageFolder(stage)), options.open);
  const progress = new StageProgress(stage, Date.now(), resourceCount(stage), counts.noteOf);
  const report = new StageReport(stage, work, options);
  const end = await screen.begin(progress);
  const watching = counts.watch(() => progress.changing);
  // What goes wrong there is told where it is waited for.
  watching.catch(() => {});
  try {
    const { program, env } = options;
    const run: Run = (command, ...args) =>
      terraform([command, "-json", "-input=false", ...args], { program, env, cwd: stageFolder(stage) }, (event) => {
        progress.take(event, Date.now());
        report.take(event);
      });
    report.expectSuccess(await runs[work](run, stage, report));
    return report.outputs;
  } finally {
    end();
    counts.close();
    await watching;
  }
}

type Run = (command: string, ...args: readonly string[]) => Promise<TerraformEnd>;

/** Each start of the provider costs a tenth of a second and more: no run has Terraform walk where that finds nothing. */
const runs: Readonly<Record<Work, (run: Run, stage: Stage, report: StageReport) => Promise<TerraformEnd>>> = {
  deploy: (run, stage, report) =>
    resourceCount(stage) === 0 ? run("apply", "-auto-approve") : planAndApply(run, stage, report),
  // What is removed need not be read before: what is gone already is removed.
  destroy: (run) => run("destroy", "-auto-approve", "-refresh=false"),
  diff: (run) => run("plan"),
};

/** Exit code of `plan -detailed-exitcode` where there is something to do. */
const HAS_CHANGES = 2;

/** Applies what a plan found to do, and nothing where that is nothing: an apply would walk through all of it again. */
async function planAndApply(run: Run, stage: Stage, report: StageReport): Promise<TerraformEnd> {
  const folder = makeTemporary();
  const plan = join(folder, "plan");
  try {
    const planned = await run("plan", "-detailed-exitcode", `-out=${plan}`);
    if (planned.code === 0) report.takeUnchanged(deployedOutputs(stage));
    if (planned.code !== HAS_CHANGES || wasInterrupted()) return planned;
    return await run("apply", plan);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is told of a run, and what is known of it at its end. */
class StageReport {
  outputs: Outputs = {};
  private readonly errors: Diagnostic[] = [];
  private readonly told = new Set<string>();

  constructor(
    private readonly stage: Stage,
    private readonly work: Work,
    private readonly options: Pick<RunOptions, "verbose" | "isKnown">,
  ) {}

  take(event: TerraformEvent): void {
    if (event.type === "outputs") this.outputs = event.outputs;
    if (event.type === "diagnostic") {
      // What is told at plan may be told again at apply.
      const key = JSON.stringify(event.diagnostic);
      if (this.told.has(key) || (event.diagnostic.severity === "warning" && this.options.isKnown?.(event.diagnostic)))
        return;
      this.told.add(key);
      if (event.diagnostic.severity === "error") this.errors.push(event.diagnostic);
    }
    for (const line of this.linesOf(event)) screen.write(`${this.stage}  ${line}\n`);
  }

  /** What Terraform tells of an apply that finds nothing to do. @param outputs as they were and are */
  takeUnchanged(outputs: OutputValues): void {
    this.outputs = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, { value }]));
    screen.write(`${this.stage}  ${words.applied(0, 0, 0)}\n`);
  }

  private linesOf(event: TerraformEvent): string[] {
    if (this.options.verbose && event.type !== "diagnostic") return printable(event["@message"]).split("\n");
    return this.work === "diff" ? planLines(event) : linesOf(event);
  }

  expectSuccess({ code, words }: TerraformEnd): void {
    if (code === 0) return;
    const holder = lockHolder(this.errors);
    if (holder) throw LabProblem.of("stage-locked", { stage: this.stage, ...holder });
    if (this.errors.length === 0) for (const line of words) screen.write(`${this.stage}  ${printable(line)}\n`);
    throw new StageFailure(printable(failureLine(this.stage, this.errors, words)));
  }
}
