import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { transcriptOf } from "../constructs/lab-stage/step";
import type { Engine } from "../engine";
import { printable } from "../foreign/printable";
import { makeTemporary, sweepTemporary } from "../temporary";
import { cdktf } from "./cdktf";
import { clearLost } from "./lost-state";
import { LabProblem } from "./problem";
import { mendMesh } from "./setup/prepare-ingress";
import { makeReady } from "./setup/ready";
import { type Stage, withNeeds, withStack } from "./stages";
import { lossOf, protectState, restoreState, stateFile } from "./state-file";
import { styled } from "./terminal";
import { untaintConverged } from "./untaint";

export interface DeployOptions {
  readonly install: boolean;
  /** @default false */
  readonly verbose?: boolean;
  /** Have ip_vs loaded at each boot. @default - asked at a terminal */
  readonly persist?: boolean;
}

/** Deploys stages and those that they need, and ends with what each of their steps printed. */
export async function deploy(named: readonly Stage[], options: DeployOptions): Promise<void> {
  const stages = withNeeds(named.length > 0 ? named : ["stage1"]);
  await sweepTemporary();
  for (const stage of stages) await restoreState(stage);
  const lost = stages.filter((stage) => lossOf(stage) !== undefined);
  const [kept] = lost.filter((stage) => lossOf(stage) === "later");
  if (kept) throw LabProblem.of("state-lost", { stage: kept });
  const machine = await makeReady(stages, { ...options, persist: options.persist ?? "ask" });
  const { engine, openEngine, terraform, env } = machine;
  try {
    for (const stage of lost.toReversed()) await clearLost(stage, machine, lost);
  } finally {
    engine.close();
  }
  for (const stage of stages) {
    protectState(stage);
    await untaintConverged(stateFile(stage), { terraform, open: (url) => openEngine(url ?? engine.url) });
  }
  const folder = makeTemporary();
  try {
    const outputs = join(folder, "outputs.json");
    await cdktf(["deploy", ...stages, "--auto-approve", "--outputs-file", outputs], {
      env,
      verbose: options.verbose ?? false,
    });
    if (withStack(stages).length > 0) await sayMeshTrouble(openEngine(engine.url));
    process.stdout.write(transcripts(stages, JSON.parse(await readFile(outputs, "utf8"))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What keeps ports that were just published from answering: on an engine elsewhere only its nodes can tell. */
async function sayMeshTrouble(engine: Engine): Promise<void> {
  try {
    await mendMesh(engine, { install: false });
  } finally {
    engine.close();
  }
}

/** The transcript of each stage under its name, as a terminal may be given it. @param outputs values by stage and name, as cdktf writes them */
export function transcripts(
  stages: readonly Stage[],
  outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): string {
  return stages
    .map((stage) => `\n${styled("bold", stage)}\n\n${printable(transcriptOf(outputs[stage] ?? {}))}`)
    .join("");
}
