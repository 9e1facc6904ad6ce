import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { checkout } from "../../checkout";
import type { Job } from "./worker";

/** `./lab ACTION STAGE` in a process of its own, which an interruption ends in order. */
export const labProcess =
  (action: string, stage: string): Job =>
  async (say, signal) => {
    const child = spawn(join(checkout, "lab"), [action, stage], {
      cwd: checkout,
      stdio: ["ignore", "pipe", "pipe"],
      // Ctrl-C at the page's own terminal is passed on by `signal`, and once.
      detached: true,
    });
    const stop = () => child.kill("SIGINT");
    signal.addEventListener("abort", stop);
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on("line", say);
    try {
      return await new Promise<number>((resolve, reject) => {
        child.on("error", reject).on("close", (code) => resolve(code ?? 1));
      });
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };
