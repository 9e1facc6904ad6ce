import { waiting } from "../display/waiting";
import { wasInterrupted } from "../interruption";
import { LabProblem } from "../problem";
import { type Stage, stageOf } from "../stages";
import { during, screen } from "../terminal";
import { progress } from "../words/progress";
import { work as words } from "../words/work";
import { initStage, type Outputs, type RunOptions, runStage, StageFailure, type Work } from "./stage-run";

/** Which of all stages another one waits for, by what is done to them. */
const waitsFor: Readonly<Record<Work, (stage: Stage, all: readonly Stage[]) => readonly Stage[]>> = {
  deploy: (stage, all) => all.filter((each) => needsOf(stage).includes(each)),
  destroy: (stage, all) => all.filter((each) => needsOf(each).includes(stage)),
  diff: () => [],
};

const needsOf = (stage: Stage): readonly string[] => stageOf(stage).needs;

/**
 * Works on stages, each once those that it waits for are done, the others side by side. One that fails keeps those that
 * wait for it from being begun, and no other.
 *
 * @param stages each behind those that it waits for
 * @param helps what to do where one fails, in words
 * @returns their outputs
 * @throws LabProblem `stages-failed`, `stage-locked`, `init-failed`
 */
export async function runStages(
  stages: readonly Stage[],
  work: Work,
  options: RunOptions,
  helps: string,
): Promise<Map<Stage, Outputs>> {
  await during(words.makingTerraformReady(), async () => {
    // One after the other: Terraform's cache of plugins, where there is one, takes no two at a time.
    for (const stage of stages) if (!wasInterrupted()) await initStage(stage, options);
  });
  return inTurn(
    stages,
    (stage) => waitsFor[work](stage, stages),
    (stage) => runStage(stage, work, options),
    helps,
  );
}

/** The order of `runStages`, whatever is done to a stage. */
export async function inTurn<Result>(
  stages: readonly Stage[],
  before: (stage: Stage) => readonly Stage[],
  run: (stage: Stage) => Promise<Result>,
  helps: string,
): Promise<Map<Stage, Result>> {
  const results = new Map<Stage, Result>();
  const runs = new Map<Stage, Promise<void>>();
  const runAfter = async (stage: Stage, others: readonly Stage[]): Promise<void> => {
    if (others.length > 0) await untilOver(stage, others, runs);
    if (wasInterrupted() || others.some((each) => !results.has(each))) return;
    results.set(stage, await run(stage));
  };
  for (const stage of stages) runs.set(stage, runAfter(stage, before(stage)));
  const reasons = (await Promise.allSettled(runs.values())).flatMap((end) =>
    end.status === "rejected" ? [end.reason as unknown] : [],
  );
  if (reasons.length > 0) {
    const left = stages.filter((stage) => !results.has(stage) && before(stage).some((each) => !results.has(each)));
    throw together(reasons, left, helps);
  }
  return results;
}

async function untilOver(
  stage: Stage,
  others: readonly Stage[],
  runs: ReadonlyMap<Stage, Promise<void>>,
): Promise<void> {
  const end = await screen.begin(waiting(stage, others));
  await Promise.allSettled(others.map((each) => runs.get(each)));
  end();
}

/** What several stages ended with as one error; what is no failure of a stage goes first, as it is. */
function together(reasons: readonly unknown[], left: readonly Stage[], helps: string): unknown {
  const other = reasons.find((reason) => !(reason instanceof StageFailure));
  if (other !== undefined) return other;
  const failures = (reasons as StageFailure[]).map(({ message }) => message);
  const leftOut = left.length > 0 ? [progress.notBegun(left)] : [];
  return LabProblem.of("stages-failed", { failures: [...failures, ...leftOut], helps });
}
