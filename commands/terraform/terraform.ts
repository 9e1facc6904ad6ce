import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { stoppable } from "../interruption";
import { passOn } from "../terminal";
import { readEvent, type TerraformEvent } from "./event";

export interface TerraformOptions {
  /** The program: `terraform` or `tofu`. */
  readonly program: string;
  /** Beside ./lab's own environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Folder that it runs in. */
  readonly cwd: string;
}

/** No version server is asked, and nothing is advised that only somebody who types Terraform's commands can follow. */
const quiet = { CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };

/** The variables that have Terraform log to standard error. */
const isLogged = ({ TF_LOG, TF_LOG_CORE, TF_LOG_PROVIDER }: NodeJS.ProcessEnv = process.env) =>
  Boolean(TF_LOG || TF_LOG_CORE || TF_LOG_PROVIDER);

/** Lines that are kept of what it says beside its events. */
const kept = 40;

export interface TerraformEnd {
  /** Undefined where a signal ended it. */
  readonly code: number | undefined;
  /** The last that it said beside its events. */
  readonly words: readonly string[];
}

/**
 * Runs Terraform to its end, in a process group of its own: a terminal's Ctrl-C reaches ./lab alone, which passes on
 * what it is told, once for each time. Terraform then ends what has begun and puts its state away; told twice, it ends at
 * once.
 *
 * @param onEvent is told what happens
 */
export function terraform(
  args: readonly string[],
  { program, env, cwd }: TerraformOptions,
  onEvent: (event: TerraformEvent) => void,
): Promise<TerraformEnd> {
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const words: string[] = [];
  const keep = (line: string) => {
    if (line.trim() !== "") words.push(line);
    if (words.length > kept) words.shift();
  };
  createInterface({ input: child.stdout }).on("line", (line) => {
    const event = readEvent(line);
    if (event) onEvent(event);
    else keep(line);
  });
  createInterface({ input: child.stderr }).on("line", (line) => {
    keep(line);
    if (isLogged()) passOn(line);
  });
  const end = new Promise<TerraformEnd>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code: code ?? undefined, words }));
  });
  return stoppable({ stop: () => child.kill("SIGINT") }, end);
}
