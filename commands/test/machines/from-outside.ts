import { spawn } from "node:child_process";
import { chmod, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";

import { checkout } from "../../checkout";
import { machinesCache } from "./cache";
import { onNetwork } from "./network";
import { pathOf } from "./program";
import { type Answer, runHere, sshOptions } from "./remote";

/** Milliseconds that a command is given: what it waits for happens in a machine. */
const COMMAND_WITHIN = 1_200_000;

/**
 * Runs a command of a shell where the machines can be reached, whose ssh lets it in to them: another computer on their
 * network, as far as a program can tell.
 */
export async function runOutside(command: string, options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<Answer> {
  const bin = join(machinesCache(), "outside/bin");
  await mkdir(bin, { recursive: true });
  const ssh = await pathOf("ssh");
  // Whatever else is said in ssh's own configuration, these come first.
  await writeFile(join(bin, "ssh"), `#!/bin/sh\nexec ${ssh} ${sshOptions().join(" ")} "$@"\n`);
  await chmod(join(bin, "ssh"), 0o755);
  const [program, ...args] = onNetwork(["sh", "-c", command]);
  return runHere(program, args, {
    cwd: options.cwd,
    env: { ...process.env, PATH: [bin, process.env["PATH"]].join(delimiter), NO_COLOR: "1", ...options.env },
    signal: AbortSignal.timeout(COMMAND_WITHIN),
  });
}

/** A checkout of its own, with these files as they are now: what is deployed from it is not what is deployed here. */
export async function otherCheckout(): Promise<string> {
  const folder = join(machinesCache(), "outside/checkout");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const from = spawn("sh", ["-c", archiveOfCheckout], { cwd: checkout, stdio: ["ignore", "pipe", "ignore"] });
  const { exitCode, printed } = await runHere("tar", ["-xf", "-", "-C", folder], { input: from.stdout });
  if (exitCode !== 0) throw new Error(`the checkout cannot be copied: ${printed}`);
  await symlink(join(checkout, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** What a shell in the checkout writes: an archive of the files that are its source. */
export const archiveOfCheckout =
  "git ls-files -coz --exclude-standard | tar -c --null --files-from=- --ignore-failed-read";
