import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { labFile } from "../../constructs/lab-stage/lab-file";
import { checkout } from "../checkout";
import { stoppable, workBeside } from "../interruption";
import { type Project, project } from "../prefix";
import { LabProblem } from "../problem";
import { during } from "../terminal";
import { told } from "../words/told";
import { work as words } from "../words/work";
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

/** The app at its work, in a process of its own, as cdktf.json says. */
interface Synthesis {
  /** @throws LabProblem `synth-failed` */
  readonly end: Promise<void>;
  /** Tells it to end; told once more, it is killed. */
  stop(): void;
}

/** In a process group of its own: what a shell started for the app would outlive that shell. */
function begin(): Synthesis {
  const { app } = project();
  const child = spawn(app, {
    shell: true,
    cwd: checkout,
    env: appEnvironment(project(), process.env),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let hasEnded = false;
  let signal: NodeJS.Signals = "SIGTERM";
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  const end = new Promise<number>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => {
      hasEnded = true;
      resolve(code ?? 1);
    });
  });
  return {
    end: end.then((code) => {
      if (code === 0) return;
      throw LabProblem.of("synth-failed", { words: told(Buffer.concat(said).toString().trim()), app });
    }),
    stop: () => {
      if (child.pid !== undefined && !hasEnded) tellGroup(child.pid, signal);
      signal = "SIGKILL";
    },
  };
}

function tellGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch {
    // All of it has ended.
  }
}

/** What the app goes by beside its sources: work on the machine may change it. */
const findings = (): string => (existsSync(labFile) ? readFileSync(labFile, "utf8") : "");

/**
 * Does some work, and has the app write meanwhile what its stages declare: again, where the work changed what it goes by.
 *
 * @returns what the work resolves to
 * @throws LabProblem `synth-failed`
 */
export async function synthBeside<T>(work: () => Promise<T>): Promise<T> {
  const before = findings();
  const first = begin();
  const end = first.end.then(
    () => undefined,
    (error: unknown) => error,
  );
  return workBeside(first, end, async () => {
    const result = await work().catch(async (error: unknown) => {
      first.stop();
      await end;
      throw error;
    });
    await during(words.readingStages(), async () => {
      const problem = await stoppable(first, end);
      if (findings() !== before) {
        const second = begin();
        await stoppable(second, second.end);
      } else if (problem !== undefined) throw problem;
    });
    return result;
  });
}
