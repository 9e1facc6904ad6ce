import { sweepTemporary } from "../temporary";
import { LabProblem } from "./problem";
import { makeReady } from "./setup/ready";
import { stages } from "./stages";
import { checkLine, print, printStyled } from "./terminal";
import { chosenConsumers, runConsumers, testConsumers } from "./test/consumers";
import { type Counts, conclude } from "./test/counts";
import { type EnginesOptions, testEngines, testOnHead } from "./test/engines";
import { type FuzzOptions, testFuzz } from "./test/fuzz";
import { guards, runGuard } from "./test/guards";
import { runJest } from "./test/jest";
import { testMachines } from "./test/machines";
import { makeTestProgramsReady } from "./test/packages";

interface TestOptions extends EnginesOptions, FuzzOptions {
  /** Write down what the Docker client makes; of e2e, how long each file takes. */
  readonly record?: boolean;
}

/** Parts of the tests that can be run by themselves. */
const parts = {
  /** End-to-end tests at some paths, or all. */
  e2e: (paths, options) => onEngine("e2e", paths, options),
  /** The four stages' lives on the engine that is there, in the files at some paths, or all. */
  stages: (paths, options) => onEngine("stages", paths, options),
  /** Kills at many random moments; nodes, tasks and a Docker Hub that are lost, engines that are silent or elsewhere. */
  drills: (_, options) => onEngine("drills", [], options, { T_MOMENTS: process.env["T_MOMENTS"] ?? "10" }),
  /** The commands that README and guides have, each against the state that its page says. */
  docs: (_, options) => onEngine("docs", [], options),
  /** The corpus of Compose files on a swarm, by this provider and by the Docker client beside it; edited, and taken over. */
  sameness: (_, options) => onEngine("sameness", [], options, options.record ? { T_SAMENESS_RECORD: "1" } : {}),
  /** Compose files that a grammar makes. */
  fuzz: (_, options) => testFuzz(options),
  engines: testEngines,
  machines: testMachines,
  consumers: testConsumers,
} as const satisfies Record<string, (names: readonly string[], options: TestOptions) => Promise<void>>;

/**
 * Runs every check and test of this repository, or a part, having brought up what they need, and closes with one line
 * of counts. Exit code 1 where anything failed.
 *
 * @param names of what the part is to run
 */
export async function test(part: string | undefined, names: readonly string[], options: TestOptions): Promise<void> {
  if (part === undefined) return everything(options);
  if (!Object.hasOwn(parts, part)) throw LabProblem.of("unknown-part", { name: part, known: Object.keys(parts) });
  return parts[part as keyof typeof parts](names, options);
}

/** Runs one of jest's projects on the engine that is there, having brought it up. */
async function onEngine(
  project: "e2e" | "stages" | "drills" | "docs" | "sameness",
  paths: readonly string[],
  options: TestOptions,
  more: NodeJS.ProcessEnv = {},
): Promise<void> {
  const record = project === "e2e" && options.record;
  const env = await programsAndEngine(options);
  conclude([await runJest(project, { ...env, ...more }, paths, { record })]);
}

async function everything(options: TestOptions): Promise<void> {
  await sweepTemporary();
  // What needs no engine goes on while one is made ready.
  const [env, first] = await Promise.all([programsAndEngine(options), withoutEngine()]);
  const counts: Counts[] = [...first];
  for (const project of ["integration", "e2e"] as const) counts.push(await runJest(project, env));
  // Each has an engine of its own, and is one core's work for the most part.
  const last = await Promise.allSettled([runConsumers(chosenConsumers, options), testOnHead(options)]);
  for (const came of last) {
    if (came.status === "rejected") throw came.reason;
    counts.push(...came.value);
  }
  conclude(counts);
}

/** What Terraform is told once programs and engine are there. */
async function programsAndEngine(options: TestOptions): Promise<NodeJS.ProcessEnv> {
  await makeTestProgramsReady(options);
  const { engine, env } = await makeReady(stages, options);
  engine.close();
  return env;
}

/** Guards, which have one core's work alone for the most part, and unit tests. */
async function withoutEngine(): Promise<Counts[]> {
  const counts: Counts[] = [];
  const complaints = guards.map(runGuard);
  for (const [i, guard] of guards.entries()) {
    const complaint = await complaints[i];
    printStyled(checkLine(complaint === undefined, guard.name()));
    if (complaint !== undefined) print(complaint);
    counts.push({ passed: complaint === undefined ? 1 : 0, failed: complaint === undefined ? 0 : 1, skipped: 0 });
  }
  return [...counts, await runJest("unit", {})];
}
