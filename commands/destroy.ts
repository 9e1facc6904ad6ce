import { sweepTemporary } from "../temporary";
import { cdktf } from "./cdktf";
import type { DeployOptions } from "./deploy";
import { clearLost } from "./lost-state";
import { forgetBoot } from "./setup/prepare-ingress";
import { makeReady } from "./setup/ready";
import { type Stage, stages, withDependents, withSwarm } from "./stages";
import { isDeployed, lossOf, restoreState } from "./state-file";
import { hasNotes, sweep } from "./sweep";
import { say } from "./terminal";

/**
 * What cdktf is told to destroy. It wants those that need a stage named too, deployed or not; the option that spares one
 * that is alone this makes cdktf 0.21 start the first of several again and again.
 */
const together = (deployed: readonly Stage[]): readonly string[] =>
  deployed.length === 1 ? [...deployed, "--ignore-missing-stack-dependencies"] : withDependents(deployed);

/** Destroys stages and those that need them, and whatever an interrupted run of theirs left; without a name, all. */
export async function destroy(named: readonly Stage[], options: DeployOptions): Promise<void> {
  await sweepTemporary();
  const wanted = withDependents(named.length > 0 ? named : stages);
  for (const stage of wanted) await restoreState(stage);
  const deployed = wanted.filter((stage) => isDeployed(stage));
  const lost = wanted.filter((stage) => lossOf(stage) !== undefined);
  if (deployed.length + lost.length === 0) {
    say(`nothing of ${wanted.join(", ")} is deployed`);
    if (!wanted.some(hasNotes)) return;
  }
  const machine = await makeReady([], { install: options.install });
  const { engine, openEngine, env } = machine;
  try {
    // Terraform reads each state that it is told of: one that is none would end the whole.
    for (const stage of lost) await clearLost(stage, machine, wanted);
  } finally {
    engine.close();
  }
  if (deployed.length > 0) {
    await cdktf(["destroy", ...together(deployed), "--auto-approve"], { env, verbose: options.verbose ?? false });
  }
  for (const stage of wanted) if (!isDeployed(stage)) await sweep(stage, openEngine);
  if (withSwarm(wanted).length > 0) forgetBoot();
}
