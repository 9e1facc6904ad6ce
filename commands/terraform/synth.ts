import { spawn } from "node:child_process";
import { checkout } from "../checkout";
import { stoppable } from "../interruption";
import { type Project, project } from "../prefix";
import { LabProblem } from "../problem";
import { OUTPUT_FOLDER } from "./stage-folder";

/**
 * What the app runs under when cdktf's own command line synthesizes: the context of cdktf.json, and none of Terraform's
 * variables. Source: `SynthStack.synth` in
 * https://github.com/hashicorp/terraform-cdk/blob/main/packages/%40cdktf/cli-core/src/lib/synth-stack.ts
 */
export function appEnvironment({ context }: Project, own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const passed = Object.entries(own).filter(([name]) => !name.startsWith("TF_VAR_"));
  return {
    ...Object.fromEntries(passed),
    CDKTF_OUTDIR: OUTPUT_FOLDER,
    ...(context && { CDKTF_CONTEXT_JSON: JSON.stringify(context) }),
  };
}

/** Has the app write what its stages declare, in a process of its own, as cdktf.json says. @throws LabProblem `synth-failed` */
export async function synth(): Promise<void> {
  const { app } = project();
  const child = spawn(app, {
    shell: true,
    cwd: checkout,
    env: appEnvironment(project(), process.env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  const end = new Promise<number>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve(code ?? 1));
  });
  const code = await stoppable({ stop: () => child.kill("SIGTERM") }, end);
  if (code !== 0) throw LabProblem.of("synth-failed", { words: Buffer.concat(said).toString().trim(), app });
}
