import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";
import { CdktfOutput } from "./cdktf-output";
import { checkout } from "./checkout";
import { LabProblem } from "./problem";
import { passOn } from "./terminal";

export interface CdktfOptions {
  /** Beside ./lab's own environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Show all that cdktf and Terraform print. */
  readonly verbose: boolean;
}

const program = join(checkout, "node_modules/cdktf-cli/bundle/bin/cdktf");

/** No version server is asked, no plugin cache in the home folder is used, and no spinner is drawn. */
const quiet = { DISABLE_VERSION_CHECK: "1", CHECKPOINT_DISABLE: "1", CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1", CI: "1" };

/** cdktf draws one until it knows that nobody looks at it. */
const isSpinner = /^[\u2800-\u28ff] /;

/** Lines that are shown where cdktf failed without an error of Terraform's, and characters of each. */
const kept = 40;
const longest = 300;

/**
 * Runs cdktf to its end. Ctrl-C reaches it and what it runs by itself (one process group): ./lab waits until Terraform
 * has put its state away. A SIGTERM to ./lab alone is passed on.
 *
 * @throws LabProblem `cdktf-failed`, `interrupted`
 */
export async function cdktf(args: readonly string[], { env, verbose }: CdktfOptions): Promise<void> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: checkout,
    env: { ...process.env, ...quiet, ...env },
    stdio: ["inherit", "pipe", "pipe"],
  });
  const output = new CdktfOutput();
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      const text = stripVTControlCharacters(line).trimEnd();
      if (text !== "" && !isSpinner.test(text)) last.push(text.slice(0, longest));
      if (last.length > kept) last.shift();
      for (const shown of verbose ? [line] : output.read(line)) passOn(shown);
    });
  }
  let isInterrupted = false;
  const wait = () => {
    isInterrupted = true;
  };
  const end = () => child.kill("SIGTERM");
  process.on("SIGINT", wait).on("SIGTERM", end);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.on("error", reject).on("close", (exitCode) => resolve(exitCode ?? 130));
    });
    if (code === 0) return;
    if (isInterrupted) throw LabProblem.of("interrupted", { command: args[0]! });
    if (!verbose && !output.hasShownError) last.forEach(passOn);
    throw LabProblem.of("cdktf-failed", { command: `cdktf ${args.join(" ")}`, code });
  } finally {
    process.off("SIGINT", wait).off("SIGTERM", end);
  }
}
