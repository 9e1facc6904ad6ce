import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporary } from "../../temporary";
import { checkout } from "../checkout";
import { checkLine, printStyled } from "../terminal";
import { type Counts, countsOf, durationsOf, type JestReport } from "./counts";
import { failuresOf } from "./failures";

/**
 * Two tests at a time on an engine: each has names, ports and subnets of its own. Of three, engine 20.10 was seen to lock
 * its networks for good (an endpoint that goes on one thread, and a container on that network that ends on another).
 */
const onEngine = ["--maxWorkers=2", "--testSequencer=./__tests__/e2e/sequencer.cjs"];
const projectArguments = {
  unit: ["--maxWorkers=100%"],
  integration: ["--maxWorkers=100%"],
  e2e: onEngine,
  stages: ["--runInBand"],
  drills: ["--runInBand"],
  sameness: ["--runInBand"],
  examples: ["--runInBand"],
  docs: ["--runInBand"],
} as const;

/**
 * Runs one of jest's projects (jest.config.cjs), its own report on standard error. Tests that failed are named once
 * more on standard output.
 *
 * @param paths of tests @default - all of the project's
 * @param options.record write down how long each file took, by which the next run orders them. @default false
 */
export async function runJest(
  project: keyof typeof projectArguments,
  env: NodeJS.ProcessEnv,
  paths: readonly string[] = [],
  options: { readonly record?: boolean } = {},
): Promise<Counts> {
  const folder = makeTemporary();
  const file = join(folder, "report.json");
  const args = ["--selectProjects", project, "--json", `--outputFile=${file}`, ...projectArguments[project], ...paths];
  try {
    const exitCode = await new Promise<number>((resolve, reject) => {
      const child = spawn(process.execPath, [join(checkout, "node_modules/jest/bin/jest.js"), ...args], {
        cwd: checkout,
        env: { ...process.env, ...env },
        stdio: ["ignore", "ignore", "inherit"],
      });
      child.on("error", reject).on("close", (code) => resolve(code ?? 1));
    });
    const report = await readFile(file, "utf8").then(
      (text) => JSON.parse(text) as JestReport,
      () => undefined,
    );
    if (options.record && report) await recordDurations(report);
    for (const failure of report ? failuresOf(report, checkout) : []) printStyled(checkLine(false, failure));
    return countsOf(report, exitCode);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const endToEnd = join(checkout, "__tests__/e2e");

/** Files that were run now, in the place of what is known of them; one that is no more is forgotten. */
async function recordDurations(report: JestReport): Promise<void> {
  const file = join(endToEnd, "durations.json");
  const before: Record<string, number> = existsSync(file) ? JSON.parse(await readFile(file, "utf8")) : {};
  const all = Object.entries({ ...before, ...durationsOf(report, endToEnd) });
  const there = all.filter(([name]) => existsSync(join(endToEnd, name))).sort(([, a], [, b]) => b - a);
  await writeFile(file, `${JSON.stringify(Object.fromEntries(there), undefined, 2)}\n`);
}
