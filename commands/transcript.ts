import { type Step, stepsOf, transcriptOf, translated } from "../constructs/lab-stage/step";
import { printable } from "../foreign/printable";
import { languageOf } from "../languages/text";
import { type Stage, stageOf } from "./stages";
import { styled } from "./terminal";
import type { Outputs } from "./terraform/stage-run";

/** The steps of a stage in the reader's language. @param outputs as Terraform's events tell them */
export function stepsIn(stage: Stage, outputs: Outputs = {}): Step[] {
  const values = Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  return stepsOf(values).map((step) => translated(step, stageOf(stage).texts(), languageOf(process.env)));
}

/** The transcript of each stage under its name, as a terminal may be given it. */
export const transcripts = (stages: readonly Stage[], outputs: ReadonlyMap<Stage, Outputs>): string =>
  stages
    .map((stage) => `\n${styled("bold", stage)}\n\n${printable(transcriptOf(stepsIn(stage, outputs.get(stage))))}`)
    .join("");
