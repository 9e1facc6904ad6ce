import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** The program that a process runs, without its folder; undefined where no such process lives. Linux only. Source: proc(5). */
export function processProgram(pid: number): string | undefined {
  try {
    const [path = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return basename(path) || undefined;
  } catch {
    return undefined;
  }
}
