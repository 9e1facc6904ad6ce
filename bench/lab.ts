/**
 * `./lab` beside the lab's own commands, and beside plain cdktf, in one run and in turns, images present: stage 1 from
 * nothing, a deploy that changes nothing, and a destroy. `npx tsx bench/lab.ts [RUNS]`
 */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import { OwnCheckout } from "../__tests__/e2e/commands/own-checkout";
import { median } from "./median";
import { printTable } from "./print-table";

const runs = Number(process.argv[2] ?? 5);
const prefix = `bench-${randomBytes(3).toString("hex")}-`;
const run = promisify(execFile);

/** The commands of stage 1's transcript, in its order; a shell with -it stays in the background, as nobody types in it. */
const { commands, containers } = (() => {
  const [hello, ls, sh, interactive, writer, reader] = ["hello", "ls", "sh", "interactive", "writer", "reader"].map(
    (name) => `${prefix}${name}`,
  ) as [string, string, string, string, string, string];
  const started = (name: string, ...rest: string[]) => ["container", "run", "--name", name, ...rest];
  return {
    containers: [hello, ls, sh, interactive, writer, reader],
    commands: [
      started(hello, "hello-world"),
      ["image", "pull", "alpine"],
      ["image", "ls"],
      started(ls, "alpine", "ls", "-l"),
      started(sh, "alpine", "/bin/sh"),
      ["container", "ls"],
      started(interactive, "-dit", "alpine", "/bin/sh"),
      ["container", "exec", interactive, "ls"],
      started(writer, "-dit", "alpine", "/bin/ash"),
      ["container", "exec", writer, "ash", "-c", 'echo "hello world" > hello.txt'],
      started(reader, "alpine", "ls"),
      ["container", "ls"],
      ["container", "ls", "-a"],
      ["container", "exec", writer, "ls"],
    ],
  };
})();

async function byHand(): Promise<void> {
  for (const command of commands) await run("docker", command);
}

const clearByHand = () => run("docker", ["container", "rm", "-f", ...containers]);

const checkout = new OwnCheckout(prefix);

/** A program of the checkout, to its end; rejects with what it printed where it fails. */
async function succeed(what: string, ended: ReturnType<OwnCheckout["lab"]>): Promise<void> {
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`${what} ended with ${code}:\n${stdout}${stderr}`);
}

const lab = (command: "deploy" | "destroy") => succeed(`./lab ${command}`, checkout.lab(command, "stage1"));
const cdktf = (command: "deploy" | "destroy") =>
  succeed(`npx cdktf ${command}`, checkout.cdktf(command, "stage1", "--auto-approve"));

/** As a clone is: neither state nor what was synthesized, and Terraform not ready. */
function forget(): void {
  rmSync(join(checkout.folder, "cdktf.out"), { recursive: true });
  rmSync(join(checkout.folder, "terraform.stage1.tfstate"), { force: true });
}

/** What is measured, and what it may be of its baseline. */
const measures = {
  "stage 1 from nothing": { baseline: "the lab's commands", aim: 2 },
  "a deploy that changes nothing": { baseline: "npx cdktf deploy", aim: 0.35 },
  "a destroy": { baseline: "npx cdktf destroy", aim: 0.4 },
} as const;

const seconds = Object.fromEntries(
  Object.keys(measures).map((what) => [what, { baseline: [] as number[], lab: [] as number[] }]),
) as Record<keyof typeof measures, { readonly baseline: number[]; readonly lab: number[] }>;

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  times.push((performance.now() - begun) / 1000);
}

async function round(): Promise<void> {
  const { "stage 1 from nothing": made, "a deploy that changes nothing": kept, "a destroy": removed } = seconds;
  await timed(made.baseline, byHand);
  await clearByHand();
  forget();
  await timed(made.lab, () => lab("deploy"));
  await timed(kept.baseline, () => cdktf("deploy"));
  await timed(kept.lab, () => lab("deploy"));
  await timed(removed.lab, () => lab("destroy"));
  await lab("deploy");
  await timed(removed.baseline, () => cdktf("destroy"));
}

async function main(): Promise<void> {
  try {
    // The first run builds what every later one finds: the provider, and ./lab itself.
    await lab("deploy");
    await lab("destroy");
    for (let i = 0; i < runs; i++) await round();
  } finally {
    await clearByHand().catch(() => {});
    await checkout.lab("destroy");
    checkout.remove();
  }
  const rows = Object.entries(measures).map(([what, { baseline, aim }]) => {
    const { baseline: theirs, lab: ours } = seconds[what as keyof typeof measures];
    const [a, b] = [median(theirs), median(ours)];
    const ratio = b / a;
    return [
      what,
      `${baseline}: ${a.toFixed(2)}`,
      b.toFixed(2),
      ratio.toFixed(2),
      `${aim}`,
      ratio <= aim ? "yes" : "no",
    ];
  });
  console.log(`seconds, medians of ${runs}`);
  printTable(["", "baseline", "./lab", "ratio", "aim", "met"], rows);
}

void main();
