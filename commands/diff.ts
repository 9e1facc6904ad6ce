import { sweepTemporary } from "../temporary";
import type { DeployOptions } from "./deploy";
import { afterDiff } from "./help";
import { interruptible } from "./interruption";
import { whileAlone } from "./lock";
import { LabProblem } from "./problem";
import { type Machine, makeReady } from "./setup/ready";
import { type Stage, stages } from "./stages";
import { isDeployed, lossOf, restoreState } from "./state-file";
import { during, say } from "./terminal";
import { onMachine } from "./terraform/on-machine";
import { runStages } from "./terraform/stages-run";
import { synthBeside } from "./terraform/synth";
import { work } from "./words/work";

/** Shows what a deploy of stages would change, and changes nothing; without a name, of those that are deployed. */
export function diff(named: readonly Stage[], options: DeployOptions): Promise<void> {
  const command = ["./lab diff", ...named].join(" ");
  return interruptible(afterDiff(named), () => whileAlone(command, () => diffAll(named, options)));
}

async function diffAll(named: readonly Stage[], { install, verbose = false }: DeployOptions): Promise<void> {
  await sweepTemporary();
  for (const stage of stages) await restoreState(stage);
  const wanted = named.length > 0 ? named : stages.filter((stage) => isDeployed(stage));
  if (wanted.length === 0) return say(work.noStageToDiff());
  const lost = wanted.find((stage) => lossOf(stage) !== undefined);
  if (lost) throw LabProblem.of("state-lost", { stage: lost });
  const machine = await synthBeside(() => during(work.lookingAtMachine(), () => prepare(install)));
  await onMachine(machine, verbose, (run) => runStages(wanted, "diff", run, afterDiff(named)));
}

async function prepare(install: boolean): Promise<Machine> {
  const machine = await makeReady([], { install });
  machine.engine.close();
  return machine;
}
