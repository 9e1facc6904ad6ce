/**
 * The most memory that the provider's process takes while Terraform applies, refreshes and destroys 1,000 resources, as
 * the kernel counts it, beside that of a Node.js that does nothing. `npx tsx bench/memory.ts`
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const COUNTS = { volumes: 700, tags: 300 };
const IMAGE = "alpine:latest";
const LIMIT_MEGABYTES = 90;
const prefix = `bench-${randomBytes(3).toString("hex")}`;

const configuration = `
resource "docker_volume" "v" {
  count = ${COUNTS.volumes}
  name  = "${prefix}-\${count.index}"
  labels {
    label = "of"
    value = "${prefix}"
  }
}
resource "docker_tag" "t" {
  count        = ${COUNTS.tags}
  source_image = "${IMAGE}"
  target_image = "${prefix}-\${count.index}"
}
`;

/** The most that a process has taken, in MB; undefined once it has ended. */
function peakOf(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}

/** Process ids of the providers that a Terraform has started. */
const providersOf = (terraform: number): number[] =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[1]) === terraform;
      } catch {
        return false;
      }
    });

/** Runs Terraform, and looks at its providers until it ends. */
async function peak(cwd: string, ...args: readonly string[]): Promise<number> {
  const terraform = spawn("terraform", args, { cwd, stdio: "ignore" });
  const ended = endOf(terraform);
  let most = 0;
  for (let running = true; running; ) {
    running = await Promise.race([ended.then(() => false), pause(25, true)]);
    for (const pid of providersOf(terraform.pid!)) most = Math.max(most, peakOf(pid) ?? 0);
  }
  if ((await ended) !== 0) throw new Error(`terraform ${args.join(" ")} failed`);
  return most;
}

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve, reject) => child.on("error", reject).on("exit", resolve));

/** Of a Node.js that has just started. */
function idle(): number {
  const script = "process.stdout.write(require('fs').readFileSync('/proc/self/status', 'utf8'))";
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(execFileSync("node", ["-e", script], { encoding: "utf8" }))![1]) / 1000;
}

async function main(): Promise<void> {
  const workspace = new Workspace(configuration);
  const rows: string[][] = [["node, doing nothing", idle().toFixed(0), "", ""]];
  try {
    await workspace.init();
    for (const [step, ...args] of [
      ["apply", "apply", "-auto-approve"],
      ["refresh", "plan"],
      ["destroy", "destroy", "-auto-approve"],
    ] as const) {
      const most = await peak(workspace.folder, ...args);
      rows.push([step, most.toFixed(0), `${LIMIT_MEGABYTES}`, most <= LIMIT_MEGABYTES ? "yes" : "no"]);
    }
  } finally {
    await workspace.terraform("destroy", "-auto-approve").catch(() => {});
    workspace.remove();
  }
  console.log(`${COUNTS.volumes} volumes and ${COUNTS.tags} tags`);
  printTable(["", "peak MB", "limit", "met"], rows);
}

void main();
