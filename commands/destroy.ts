import { sweepTemporary } from "../temporary";
import type { DeployOptions } from "./deploy";
import { afterDestroy } from "./help";
import { interruptible } from "./interruption";
import { whileAlone } from "./lock";
import { clearLost } from "./lost-state";
import { forgetBoot } from "./setup/prepare-ingress";
import { type Machine, makeReady } from "./setup/ready";
import { type Stage, stages, withDependents, withSwarm } from "./stages";
import { isDeployed, lossOf, restoreState } from "./state-file";
import { hasNotes, sweep } from "./sweep";
import { during, say } from "./terminal";
import { onMachine } from "./terraform/on-machine";
import { runStages } from "./terraform/stages-run";
import { synthBeside } from "./terraform/synth";
import { work } from "./words/work";

/** Destroys stages and those that need them, and whatever an interrupted run of theirs left; without a name, all. */
export function destroy(named: readonly Stage[], options: DeployOptions): Promise<void> {
  const wanted = withDependents(named.length > 0 ? named : stages);
  const command = ["./lab destroy", ...named].join(" ");
  const helps = afterDestroy(named);
  return interruptible(helps, () => whileAlone(command, () => destroyAll(wanted, options, helps)));
}

async function destroyAll(wanted: readonly Stage[], options: DeployOptions, helps: string): Promise<void> {
  await sweepTemporary();
  for (const stage of wanted) await restoreState(stage);
  const deployed = wanted.filter((stage) => isDeployed(stage));
  const lost = wanted.filter((stage) => lossOf(stage) !== undefined);
  if (deployed.length + lost.length === 0) {
    say(work.nothingDeployed(wanted));
    if (!wanted.some(hasNotes)) return;
  }
  const ready = () => during(work.lookingAtMachine(), () => prepare(wanted, lost, options));
  const machine = await (deployed.length > 0 ? synthBeside(ready) : ready());
  if (deployed.length > 0)
    await onMachine(machine, options.verbose ?? false, (run) => runStages(deployed, "destroy", run, helps));
  await during(work.lookingForLeftovers(), async () => {
    for (const stage of wanted) if (!isDeployed(stage)) await sweep(stage, machine.openEngine);
  });
  if (withSwarm(wanted).length > 0) forgetBoot();
}

/** Makes the machine ready, and takes back what was made of stages whose state is lost: Terraform could not. */
async function prepare(wanted: readonly Stage[], lost: readonly Stage[], options: DeployOptions): Promise<Machine> {
  const machine = await makeReady([], { install: options.install });
  try {
    for (const stage of lost) await clearLost(stage, machine, wanted);
  } finally {
    machine.engine.close();
  }
  return machine;
}
