import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processStart } from "./process-start";

/** The name tells who made the folder, from the moment it is there: process and when that started. */
const nameOf = (pid: number): string => `docker-stages-${pid}-${processStart(pid) ?? ""}-`;
const made = /^docker-stages-(\d+)-(\d*)-\w{6}$/;

/** Bytes of the longest name on Linux: a process id of 7 digits, a start of 11 (3 years up), what mkdtemp adds. */
export const LONGEST_NAME = "docker-stages-4194304-12345678901-XXXXXX".length;

/** A new folder that only this user can enter. A run that is killed leaves it to the next one's `sweepTemporary`. */
export const makeTemporary = (within: string = tmpdir()): string => mkdtempSync(join(within, nameOf(process.pid)));

/** Whether a folder of that name is one of `makeTemporary` whose maker no longer lives. */
export function isAbandoned(name: string): boolean {
  const [found, pid, started] = made.exec(name) ?? [];
  return found !== undefined && processStart(Number(pid)) !== started;
}
