import { Engine } from "../engine";
import { STAGE_LABEL } from "../formats/labels";
import { namePrefix } from "./prefix";
import { LabProblem } from "./problem";
import type { Machine } from "./setup/ready";
import { type Stage, withNeeds } from "./stages";
import { forgetState } from "./state-file";
import { nodeContainers } from "./status/nodes";
import { sweep } from "./sweep";
import { sweepByLabel } from "./sweep/by-label";
import { say } from "./terminal";
import { leftovers } from "./words/machine";

/**
 * Takes back what a stage made whose state is lost: what its journal notes and what carries its label. After that the
 * stage has no state.
 *
 * @param going stages that are destroyed in the same run
 * @throws LabProblem `state-not-cleared` where something may be left: the state is left too
 */
export async function clearLost(
  stage: Stage,
  { engine, openEngine }: Pick<Machine, "engine" | "openEngine">,
  going: readonly Stage[],
): Promise<void> {
  say(leftovers.stateLost(stage));
  let isClean = await sweep(stage, openEngine);
  const label = `${STAGE_LABEL}=${namePrefix()}${stage}`;
  for (const inner of await swarmsAround(stage, engine, going)) {
    isClean = (await sweepByLabel(inner, label)) && isClean;
    inner.close();
  }
  isClean = (await sweepByLabel(engine, label)) && isClean;
  if (!isClean) throw LabProblem.of("state-not-cleared", { stage });
  forgetState(stage);
}

/** Swarms of other stages that the stage has objects in, where they are not going with all that is in them. */
async function swarmsAround(stage: Stage, engine: Engine, going: readonly Stage[]): Promise<Engine[]> {
  const staying = withNeeds([stage]).filter((need) => need !== stage && !going.includes(need));
  const nodes = await Promise.all(staying.map((need) => nodeContainers(engine, namePrefix() + need)));
  return nodes
    .filter((names) => names.length > 0)
    .map((names) => Engine.at(`container://${names.join(",")}`, { via: engine }));
}
