import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { availableParallelism, setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { printable } from "../../foreign/printable";
import { checkout } from "../checkout";
import { say } from "../terminal";
import { tests } from "../words/tests";
import { type Counts, conclude } from "./counts";

export interface FuzzOptions {
  /** The same seed makes the same documents. @default - one that is told */
  readonly seed?: number;
  /** @default 200_000 */
  readonly count?: number;
}

/** What a process tells of a hundred documents (__tests__/constructs/compose/fuzz/main.ts). */
interface Progress {
  readonly next: number;
  readonly taken: number;
  readonly faults: readonly { readonly index: number; readonly fault: string; readonly text: string }[];
}

const program = join(checkout, "__tests__/constructs/compose/fuzz/main.ts");

/** Seconds in which a process must be done with a hundred documents, which take one. */
const PATIENCE = 120;

/** Gives Compose files that a grammar makes to the compiler: no crash, no error without its place, nothing that hangs. */
export async function testFuzz({ seed = randomInt(1e9), count = 200_000 }: FuzzOptions): Promise<void> {
  say(tests.documents(count, seed));
  const started = performance.now();
  const width = Math.min(availableParallelism(), Math.max(1, count));
  const edges = Array.from({ length: width + 1 }, (_, i) => Math.round((count * i) / width));
  let done = 0;
  let taken = 0;
  let told = 0;
  const tell = (progress: Progress, size: number) => {
    done += size;
    taken += progress.taken;
    for (const { index, fault, text } of progress.faults) say(printable(`${tests.faulty(index, fault)}\n${text}`));
    if (done - told < 20_000) return;
    told = done;
    say(tests.documentsDone(done, taken));
  };
  const counts = await Promise.all(edges.slice(1).map((to, i) => checked({ seed, from: edges[i]!, to }, tell)));
  say(tests.documentsIn(done, taken, ((performance.now() - started) / 1000).toFixed(0)));
  conclude(counts);
}

interface Range {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** A process that checks a range; what it does not come to is a failure each. */
async function checked({ seed, from, to }: Range, tell: (told: Progress, size: number) => void): Promise<Counts> {
  if (from === to) return { passed: 0, failed: 0, skipped: 0 };
  const args = ["-r", "tsx/cjs", program, ...[seed, from, to].map(String)];
  const child = spawn(process.execPath, args, { cwd: checkout, stdio: ["ignore", "pipe", "inherit"] });
  if (child.pid !== undefined) setPriority(child.pid, 10);
  const watch = setTimeout(() => child.kill("SIGKILL"), PATIENCE * 1000);
  const ended = new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  let next = from;
  const faulty = new Set<number>();
  for await (const line of createInterface({ input: child.stdout })) {
    const progress: Progress = JSON.parse(line);
    for (const { index } of progress.faults) faulty.add(index);
    tell(progress, progress.next - next);
    next = progress.next;
    watch.refresh();
  }
  await ended;
  clearTimeout(watch);
  if (next < to) say(tests.ended(next, Math.min(next + 99, to - 1)));
  const left = to - next;
  return { passed: next - from - faulty.size, failed: faulty.size + left, skipped: 0 };
}
