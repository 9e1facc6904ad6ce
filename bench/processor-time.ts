import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds that a living process and its threads have run for, as Linux counts them (proc(5), `schedstat`). */
export function processorTimeOf(pid: number): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, each) => sum + each, 0) / 1e6;
}
