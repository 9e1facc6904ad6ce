import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { transcriptOf } from "../constructs/lab-stage/step";
import { printable } from "../foreign/printable";
import { cdktf } from "./cdktf";
import { makeReady } from "./setup/ready";
import { type Stage, withNeeds } from "./stages";
import { protectState, restoreState } from "./state-file";
import { styled } from "./terminal";

export interface DeployOptions {
  readonly install: boolean;
  /** @default false */
  readonly verbose?: boolean;
}

/** Deploys stages and those that they need, and ends with what each of their steps printed. */
export async function deploy(named: readonly Stage[], options: DeployOptions): Promise<void> {
  const stages = withNeeds(named.length > 0 ? named : ["stage1"]);
  const { engine, env } = await makeReady(stages, options);
  engine.close();
  for (const stage of stages) {
    await restoreState(stage);
    protectState(stage);
  }
  const folder = await mkdtemp(join(tmpdir(), "docker-stages-"));
  try {
    const outputs = join(folder, "outputs.json");
    await cdktf(["deploy", ...stages, "--auto-approve", "--outputs-file", outputs], {
      env,
      verbose: options.verbose ?? false,
    });
    process.stdout.write(transcripts(stages, JSON.parse(await readFile(outputs, "utf8"))));
  } finally {
    await rm(folder, { recursive: true });
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
