import { createHash } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processStart } from "../temporary";
import { checkout } from "./checkout";
import { LabProblem } from "./problem";
import { OUTPUT_FOLDER } from "./terraform/stage-folder";

/** Who is at work in the checkout. */
export interface Holder {
  /** As it was typed. */
  readonly command: string;
  readonly pid: number;
  /** When the process started, by which another one of the same id is told apart. */
  readonly started: string | undefined;
  readonly since: string;
}

/**
 * Runs a command that no other of its kind may run beside in the checkout: they would write the same files. A holder
 * that no longer lives holds nothing.
 *
 * @param folder where the lock lies @default - cdktf's output folder
 * @throws LabProblem `lab-locked`
 */
export async function whileAlone<T>(
  command: string,
  work: () => Promise<T>,
  folder = join(checkout, OUTPUT_FOLDER),
): Promise<T> {
  const release = acquire(command, folder);
  process.on("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

/** Who holds the lock, if anybody that lives. @param folder where it lies @default - cdktf's output folder */
export function holderOf(folder = join(checkout, OUTPUT_FOLDER)): Holder | undefined {
  const text = tryText(lockIn(folder));
  return text === undefined ? undefined : living(text);
}

const lockIn = (folder: string) => join(folder, "lab.lock");

/** @returns what lets go of it */
function acquire(command: string, folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = lockIn(folder);
  const { pid } = process;
  const own = `${file}.${pid}`;
  const holder: Holder = { command, pid, started: processStart(pid), since: new Date().toISOString() };
  const text = JSON.stringify(holder);
  writeFileSync(own, text);
  try {
    take(own, file);
  } finally {
    rmSync(own, { force: true });
  }
  return () => {
    if (tryText(file) === text) rmSync(file, { force: true });
  };
}

/** @param own what is to lie there @throws LabProblem `lab-locked` */
function take(own: string, file: string): void {
  // A link is made whole or not at all, and never over another.
  while (!tryLink(own, file)) clear(own, file);
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes the lock of a process that no longer lives. Whoever read it may find that another run has put its own there
 * since, so that a dead lock has a lock of its own: none but its holder removes it, having looked once more.
 *
 * @throws LabProblem `lab-locked`
 */
function clear(own: string, file: string): void {
  const text = textUnlessGone(file);
  if (text === undefined) return;
  expectDead(text);
  const right = `${file}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  take(own, right);
  try {
    if (tryText(file) === text) rmSync(file, { force: true });
  } finally {
    rmSync(right, { force: true });
  }
}

/** @throws LabProblem `lab-locked` */
function expectDead(text: string): void {
  const holder = living(text);
  if (!holder) return;
  const { command, pid, since } = holder;
  throw LabProblem.of("lab-locked", { command, pid, since: new Date(since).toLocaleTimeString("en-GB") });
}

/** Whose lock it is, if it is anybody's that lives. */
function living(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null;
    return holder && processStart(holder.pid) === holder.started ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** What cannot be read although it is there would be tried for ever. */
function textUnlessGone(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

function tryText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
