import type { Engine } from "../engine";
import { sweepTemporary } from "../temporary";
import { addressesOf, addressLine } from "./addresses";
import { afterDeploy } from "./help";
import { interruptible } from "./interruption";
import { whileAlone } from "./lock";
import { clearLost } from "./lost-state";
import { LabProblem } from "./problem";
import { expectFreePorts } from "./setup/free-ports";
import { mendMesh } from "./setup/prepare-ingress";
import { type Machine, makeReady } from "./setup/ready";
import { type Stage, withNeeds, withStack } from "./stages";
import { lossOf, protectState, restoreState, stateFile } from "./state-file";
import { stepThrough } from "./step-through";
import { during, print, screen } from "./terminal";
import { onMachine } from "./terraform/on-machine";
import type { Outputs } from "./terraform/stage-run";
import { runStages } from "./terraform/stages-run";
import { synthBeside } from "./terraform/synth";
import { transcripts } from "./transcript";
import { untaintConverged } from "./untaint";
import { work } from "./words/work";

export interface DeployOptions {
  readonly install: boolean;
  /** @default false */
  readonly verbose?: boolean;
  /** Have ip_vs loaded at each boot. @default - asked at a terminal */
  readonly persist?: boolean;
  /** Show what the steps printed one by one, with what to look at. @default - all at once */
  readonly step?: boolean;
}

/** Deploys stages and those that they need, and ends with what each of their steps printed. */
export async function deploy(named: readonly Stage[], options: DeployOptions): Promise<void> {
  const wanted: readonly Stage[] = named.length > 0 ? named : ["stage1"];
  const helps = afterDeploy(wanted);
  const outputs = await interruptible(helps, () =>
    whileAlone(`./lab deploy ${wanted.join(" ")}`, () => deployAll(withNeeds(wanted), options, helps)),
  );
  if (options.step) await stepThrough(wanted, outputs);
}

async function deployAll(
  stages: readonly Stage[],
  options: DeployOptions,
  helps: string,
): Promise<ReadonlyMap<Stage, Outputs>> {
  const machine = await synthBeside(() => during(work.lookingAtMachine(), () => prepare(stages, options)));
  const outputs = await onMachine(machine, options.verbose ?? false, (run) => runStages(stages, "deploy", run, helps));
  if (!options.step) screen.write(transcripts(stages, outputs), process.stdout);
  if (withStack(stages).length > 0) await tellOfPorts(machine.openEngine(machine.engine.url), stages);
  return outputs;
}

/** Makes the machine ready, and sees to what earlier runs left of the stages. */
async function prepare(stages: readonly Stage[], options: DeployOptions): Promise<Machine> {
  await sweepTemporary();
  for (const stage of stages) await restoreState(stage);
  const lost = stages.filter((stage) => lossOf(stage) !== undefined);
  const [kept] = lost.filter((stage) => lossOf(stage) === "later");
  if (kept) throw LabProblem.of("state-lost", { stage: kept });
  const machine = await makeReady(stages, { ...options, persist: options.persist ?? "ask" });
  const { engine, openEngine, terraform } = machine;
  try {
    for (const stage of lost.toReversed()) await clearLost(stage, machine, lost);
  } finally {
    engine.close();
  }
  await expectFreePorts(machine, stages);
  for (const stage of stages) {
    protectState(stage);
    await untaintConverged(stateFile(stage), { terraform, open: (url) => openEngine(url ?? engine.url) });
  }
  return machine;
}

/**
 * Where a stack is seen in a browser, and what keeps ports that were just published from answering: on an engine
 * elsewhere only its nodes can tell.
 */
async function tellOfPorts(engine: Engine, stages: readonly Stage[]): Promise<void> {
  try {
    await mendMesh(engine, { install: false });
    for (const stage of stages) {
      const addresses = await addressesOf(engine, stage);
      if (addresses.length > 0) print(`\n${addressLine(addresses, engine)}`);
    }
  } finally {
    engine.close();
  }
}
