import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "./checkout";
import type { Stage } from "./stages";
import { say } from "./terminal";

/** Where cdktf has Terraform keep a stage's state. */
const stateFile = (stage: Stage, folder: string) => join(folder, `terraform.${stage}.tfstate`);

/** State may hold secrets: Terraform, which makes it readable by all, keeps the mode of a file that exists. */
export function protectState(stage: Stage, folder = checkout): void {
  const file = stateFile(stage, folder);
  for (const each of [file, `${file}.backup`]) closeSync(openSync(each, "a", 0o600));
}

/** Within this a Terraform that still runs has written the whole file. */
const WRITTEN_MS = 2000;

/** Puts back the state of a stage that a killed run left empty or cut short; a run that goes on is left to itself. */
export async function restoreState(stage: Stage, folder = checkout): Promise<void> {
  const file = stateFile(stage, folder);
  while (isCutShort(file) && Date.now() - statSync(file).mtimeMs < WRITTEN_MS) await pause(100);
  if (restoreStateFile(file))
    say(`the state of ${stage} was cut short by a killed run: put back as it was when that run began`);
}

/**
 * Terraform empties the file before it writes it, many times a run, and copies it to `.backup` before the first. What
 * the killed run itself made is in the provider's journal.
 *
 * @returns whether the copy was put in the place of what was no state
 */
export function restoreStateFile(file: string): boolean {
  if (!isCutShort(file)) return false;
  writeFileSync(file, readFileSync(`${file}.backup`));
  return true;
}

/** Whether the file is no state, although there was one. */
const isCutShort = (file: string): boolean => existsSync(file) && !isState(file) && isState(`${file}.backup`);

function isState(file: string): boolean {
  try {
    return typeof JSON.parse(readFileSync(file, "utf8")) === "object";
  } catch {
    return false;
  }
}

/** Whether the stage has anything deployed, as far as its state knows. */
export function isDeployed(stage: Stage, folder = checkout): boolean {
  const file = stateFile(stage, folder);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  return text !== "" && ((JSON.parse(text) as { resources?: unknown[] }).resources ?? []).length > 0;
}
