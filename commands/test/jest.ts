import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeTemporary } from "../../temporary";
import { checkout } from "../checkout";
import { type Counts, countsOf, type JestReport } from "./counts";

/** Two tests at a time on an engine: each has names, ports and subnets of its own. */
const onEngine = ["--maxWorkers=2", "--testSequencer=./__tests__/e2e/sequencer.cjs"];
const projectArguments = {
  unit: ["--maxWorkers=100%"],
  e2e: onEngine,
  stages: ["--runInBand"],
  sameness: ["--runInBand"],
  examples: ["--runInBand"],
  docs: ["--runInBand"],
} as const;

/**
 * Runs one of jest's projects (jest.config.cjs), its own report on standard error.
 *
 * @param paths of tests @default - all of the project's
 */
export async function runJest(
  project: keyof typeof projectArguments,
  env: NodeJS.ProcessEnv,
  paths: readonly string[] = [],
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
    return countsOf(report, exitCode);
  } finally {
    await rm(folder, { recursive: true });
  }
}
