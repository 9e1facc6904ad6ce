import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Stage } from "../../stages";
import type { OutputValues } from "../../state-file";
import { stageFolder } from "../../terraform/stage-folder";

interface Synthesized {
  readonly output?: Readonly<Record<string, { readonly value?: unknown; readonly sensitive?: boolean }>>;
}

/** What the steps of a stage that was synthesized print: with expressions in the place of what is printed. */
export const declaredOutputs = (stage: Stage): OutputValues =>
  Object.fromEntries(
    Object.entries(read(join(stageFolder(stage), "cdk.tf.json"))?.output ?? {}).flatMap(
      ([name, { value, sensitive }]) => (sensitive ? [] : [[name, value]]),
    ),
  );

/** Undefined where there is no such file, or it is being written. */
function read(file: string): Synthesized | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Synthesized;
  } catch {
    return undefined;
  }
}
