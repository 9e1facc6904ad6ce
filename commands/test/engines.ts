import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Engine } from "../../engine";
import { codename } from "../../offline/build/apt";
import { run } from "../../offline/command";
import { checkout } from "../checkout";
import { chooseEngine } from "../setup/engine-address";
import { makeReady } from "../setup/ready";
import { stages } from "../stages";
import { say } from "../terminal";
import { tests } from "../words/tests";
import { cacheFolder } from "./cache";
import { chosen } from "./chosen";
import { currentCommit } from "./commit";
import { type Counts, conclude, countsIn } from "./counts";
import { type EngineBuild, engineBuilds } from "./engines/builds";
import { EngineMachine } from "./engines/machine";
import { compileMoby } from "./engines/moby";
import { type EnginePrograms, restoreNodes, withNodesOf } from "./engines/nodes";
import { type EnginePart, engineParts, partsOf } from "./engines/parts";
import { type PartRun, passedAt, recordedRuns, recordRun } from "./engines/record";
import { relinkPrograms } from "./engines/relink";
import { enginePackages, Suite } from "./engines/suite";
import { writeEnginesPage } from "./engines-page";
import { failuresIn } from "./failures";
import { interruptible } from "./interruption";
import { makeTestProgramsReady } from "./packages";
import { copyStandIns } from "./stand-ins";

/** Programs that machines are made with, and their packages. */
const programs = {
  ...{ patchelf: "patchelf", ip: "iproute2", iptables: "iptables", nsenter: "util-linux" },
  ...{ go: "golang-go", tar: "tar" },
};

export interface EnginesOptions {
  readonly install: boolean;
  /** Leave out what passed at this very commit. */
  readonly resume?: boolean;
  /** Names of parts (engines/parts.ts). @default - all */
  readonly part?: readonly EnginePart["name"][];
}

/**
 * Runs the stages and the provider's end-to-end tests on other engines than this machine's, each in a machine within it
 * that is made once and kept in the user's cache, and writes down what came of it.
 *
 * @param names of builds @default - all
 */
export async function testEngines(names: readonly string[], options: EnginesOptions): Promise<void> {
  const builds = chosen(tests.engine, engineBuilds, names);
  await makeTestProgramsReady(options, programs);
  (await makeReady(stages, options)).engine.close();
  const distribution = await codename();
  const { part: only } = options;
  const wanted = (build: EngineBuild) =>
    partsOf(build, distribution).filter(({ name }) => only?.includes(name) ?? true);
  const counts: Counts[] = [];
  await interruptible("engines", async (signal) => {
    for (const build of builds) counts.push(...(await testOn(build, wanted(build), { ...options, signal })));
  });
  conclude(counts);
}

const cache = () => cacheFolder("engines");

const docs = join(checkout, "docs");

interface RunOptions extends Pick<EnginesOptions, "resume"> {
  readonly signal: AbortSignal;
  /** Whether what came of it is written down. @default true */
  readonly record?: boolean;
}

/** Runs on the engine that is ahead of every release what each run of all tests has of it: the stages, deployed by ./lab. */
export async function testOnHead(options: EnginesOptions): Promise<Counts[]> {
  await makeTestProgramsReady(options, programs);
  const build = engineBuilds.find(({ name }) => name === "head-containerd")!;
  const part = engineParts.find(({ name }) => name === "stages")!;
  const parts = [{ ...part, args: [...part.args, "__tests__/e2e/stages/lives-by-lab"] }];
  let counts: Counts[] = [];
  await interruptible("engines", async (signal) => {
    counts = await testOn(build, parts, { signal, record: false });
  });
  return counts;
}

/** Runs parts on an engine, each written down once it has ended. */
async function testOn(
  build: EngineBuild,
  parts: readonly EnginePart[],
  { resume = false, signal, record = true }: RunOptions,
): Promise<Counts[]> {
  const { name, store } = build;
  const commit = await currentCommit();
  const passed = resume ? passedAt(commit, await recordedRuns(docs), name, parts) : [];
  for (const { part } of passed) say(tests.passedBefore(`${name}: ${part}`, commit));
  const rest = parts.filter((part) => !passed.some((each) => each.part === part.name));
  const counts: Counts[] = passed.map(({ last }) => last);
  if (rest.length === 0) return counts;
  const engine = await programsOf(build);
  const folder = join(cache(), "machines", name);
  const index = engineBuilds.indexOf(build);
  const machine = await EngineMachine.start({
    ...{ name: `ds${index}`, index, folder },
    ...{ bin: engine.bin, settings: build.settings },
  });
  try {
    await giveStandIns(machine);
    await restoreNodes(machine);
    // The image of nodes that is changed comes from there; the tests would make it only later.
    if (rest.some(({ nodes }) => nodes === "own")) await labInside(machine, "mirror", "on");
    const { version, api } = await machine.versions();
    for (const part of rest) {
      say(`${name} (${version}): ${part.name}`);
      const work = () => testInside(machine, part, signal);
      const came = part.nodes === "own" ? await withNodesOf(machine, engine, work) : await work();
      counts.push(came);
      // One that was interrupted says nothing of the engine.
      if (came.passed === 0 || !record) continue;
      const date = new Date().toISOString().slice(0, 10);
      const { passed, failed, skipped, failures } = came;
      const ran: PartRun = { passed, failed, skipped, date, commit, ...(failures.length > 0 && { failures }) };
      await recordRun({ name, engine: version, api, store, parts: { [part.name]: ran } }, docs);
      await writeEnginesPage(docs);
    }
    return counts;
  } finally {
    await machine.stop();
  }
}

async function giveStandIns(machine: EngineMachine): Promise<void> {
  const [here, there] = [Engine.at(chooseEngine().url), machine.engine()];
  try {
    await copyStandIns(here, there);
  } finally {
    here.close();
    there.close();
  }
}

/** Fetches and compiles what is not in the cache yet. */
async function programsOf({ name, suite, moby }: EngineBuild): Promise<EnginePrograms> {
  await mkdir(cache(), { recursive: true });
  say(moby === undefined ? tests.engineOf(name, "Debian", suite) : tests.engineOf(name, "Moby", moby));
  const from = await Suite.open(suite, join(cache(), suite));
  const { bin, libraries } = await relinkPrograms(await from.unpacked(enginePackages));
  return { bin: [...(moby === undefined ? [] : [await compileMoby(moby, cache())]), bin], libraries };
}

/** A command of ./lab itself, in the machine. What it printed. */
async function labInside(machine: EngineMachine, ...command: readonly string[]): Promise<string> {
  const { program, args, env } = machine.inside([join(checkout, "lab"), ...command]);
  return run(program, args, { env });
}

/** What came of tests, and the names of those that failed. */
type Outcome = Counts & { readonly failures: readonly string[] };

/** The tests of ./lab, in the machine: it makes the machine ready as it does any other. */
async function testInside(machine: EngineMachine, part: EnginePart, signal: AbortSignal): Promise<Outcome> {
  const { program, args, env } = machine.inside([join(checkout, "lab"), ...part.args]);
  const child = spawn(program, args, { cwd: checkout, env, signal, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { ...countsIn(printed), failures: failuresIn(printed) };
}
