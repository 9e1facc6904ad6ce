import { closeSync, existsSync, openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { checkout } from "./checkout";
import { type Stage, stages, withStack } from "./stages";
import { say } from "./terminal";
import { leftovers } from "./words/machine";

/** Where cdktf has Terraform keep a stage's state. */
export const stateFile = (stage: Stage, folder = checkout) => join(folder, `terraform.${stage}.tfstate`);

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
  while (isUnfinished(file) && Date.now() - statSync(file).mtimeMs < WRITTEN_MS) await pause(100);
  if (restoreStateFile(file)) say(leftovers.stateRestored(stage));
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

/** Whether the file is no state, and either was one or is about to be. */
const isUnfinished = (file: string): boolean => isCutShort(file) || (textOf(file) !== "" && !tryState(file));

/** Whether the file is no state, although there was one. */
const isCutShort = (file: string): boolean =>
  existsSync(file) && !tryState(file) && Boolean(tryState(`${file}.backup`));

/** What of a state is looked at here. */
interface State {
  readonly outputs?: Readonly<Record<string, { readonly value?: unknown; readonly sensitive?: boolean }>>;
  readonly resources?: readonly { readonly mode?: string; readonly instances?: readonly unknown[] }[];
}

/** The state in a file; undefined where there is none, or it was cut short. */
function tryState(file: string): State | undefined {
  try {
    const state: unknown = JSON.parse(textOf(file));
    return typeof state === "object" && state !== null && !Array.isArray(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

/** Whether the stage has anything deployed, as far as its state knows. */
export function isDeployed(stage: Stage, folder = checkout): boolean {
  return (tryState(stateFile(stage, folder))?.resources ?? []).length > 0;
}

/** How many resources the stage has by its state: as many as Terraform reads before it plans. */
export const resourceCount = (stage: Stage, folder = checkout): number =>
  (tryState(stateFile(stage, folder))?.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .reduce((sum, { instances = [] }) => sum + instances.length, 0);

/** Values of Terraform outputs by name. */
export type OutputValues = Readonly<Record<string, unknown>>;

/** What a deployed stage's steps printed, as its state has it; none where it is not deployed. */
export const deployedOutputs = (stage: Stage, folder = checkout): OutputValues =>
  Object.fromEntries(
    Object.entries(tryState(stateFile(stage, folder))?.outputs ?? {}).flatMap(([name, { value, sensitive }]) =>
      sensitive ? [] : [[name, value]],
    ),
  );

/** Whether the state of any stage has a stack of services. */
export const isStackDeployed = (folder = checkout): boolean =>
  withStack(stages).some((stage) => isDeployed(stage, folder));

/**
 * Whether a killed run (or a full disk) cut short what there was of a stage's state, its copy included, so that nothing
 * tells what is deployed: `first` where that was the stage's first run, which had nothing to copy.
 */
export function lossOf(stage: Stage, folder = checkout): "first" | "later" | undefined {
  const file = stateFile(stage, folder);
  const copy = `${file}.backup`;
  if (tryState(file) || tryState(copy)) return undefined;
  if (textOf(copy) !== "") return "later";
  return textOf(file) === "" ? undefined : "first";
}

/** Empties what is left of a lost state: Terraform takes an empty file for none. */
export function forgetState(stage: Stage, folder = checkout): void {
  const file = stateFile(stage, folder);
  for (const each of [file, `${file}.backup`]) writeFileSync(each, "", { mode: 0o600 });
}
