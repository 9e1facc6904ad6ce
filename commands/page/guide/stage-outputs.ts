import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "../../stages";
import { stateFile } from "../../state-file";
import { stageFolder } from "../../terraform/stage-folder";

/** Values of Terraform outputs by name. */
export type OutputValues = Readonly<Record<string, unknown>>;

interface WithOutputs {
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown; readonly sensitive?: boolean }>>;
}

interface Synthesized {
  readonly output?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** What a deployed stage's steps printed, as its state has it; none where it is not deployed. */
export const deployedOutputs = (stage: Stage): OutputValues =>
  values((read(stateFile(stage)) as WithOutputs | undefined)?.outputs);

/** The same of one that was synthesized: with expressions in the place of what is printed. */
export const declaredOutputs = (stage: Stage): OutputValues =>
  values((read(join(stageFolder(stage), "cdk.tf.json")) as Synthesized | undefined)?.output);

const values = (outputs: WithOutputs["outputs"] = {}): OutputValues =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([name, { value, sensitive }]) => (sensitive ? [] : [[name, value]])),
  );

/** Undefined where there is no such file, or it is being written. */
function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
