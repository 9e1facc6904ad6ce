import { readFileSync } from "node:fs";

/**
 * When a process started, as text that no other process with the same id shares; undefined where no such process lives.
 * Source: proc(5), field 22 of /proc/PID/stat. Elsewhere than on Linux every living process has the same empty text.
 */
export function processStart(pid: number): string | undefined {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
      const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return state === "Z" ? undefined : rest[18];
    } catch {
      return undefined;
    }
  }
  try {
    process.kill(pid, 0);
    return "";
  } catch {
    return undefined;
  }
}
