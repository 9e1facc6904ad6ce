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
  const holder = tryRead(lockIn(folder));
  return holder && processStart(holder.pid) === holder.started ? holder : undefined;
}

const lockIn = (folder: string) => join(folder, "lab.lock");

/** @returns what lets go of it */
function acquire(command: string, folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = lockIn(folder);
  const own = `${file}.${process.pid}`;
  const { pid } = process;
  const holder: Holder = { command, pid, started: processStart(pid), since: new Date().toISOString() };
  writeFileSync(own, JSON.stringify(holder));
  try {
    // A link is made whole or not at all, and never over another.
    while (!tryLink(own, file)) expectGone(folder);
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(file, { force: true });
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

/** Removes the lock of a process that no longer lives. @throws LabProblem `lab-locked` */
function expectGone(folder: string): void {
  const holder = holderOf(folder);
  if (holder) {
    const { command, pid, since } = holder;
    throw LabProblem.of("lab-locked", { command, pid, since: new Date(since).toLocaleTimeString("en-GB") });
  }
  rmSync(lockIn(folder), { force: true });
}

function tryRead(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}
