import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "../../offline/command";
import { checkout } from "../checkout";
import { LabProblem } from "../problem";
import { say } from "../terminal";
import { type Counts, conclude, countsIn } from "./counts";
import { type EngineBuild, engineBuilds } from "./engines/builds";
import { EngineMachine } from "./engines/machine";
import { recordRun } from "./engines/record";
import { relinkPrograms } from "./engines/relink";
import { unpackSuite } from "./engines/suite";
import { makeTestProgramsReady } from "./packages";

/** Programs that machines are made with, and their packages. */
const programs = { patchelf: "patchelf", ip: "iproute2", iptables: "iptables", nsenter: "util-linux" };

/** Tests that are run on each engine. */
const tests = "__tests__/e2e/provider";

/**
 * Runs the provider's end-to-end tests on other engines than this machine's, each in a machine within it that is made
 * once and kept in the user's cache, and writes down what came of it.
 *
 * @param names of builds @default - all
 */
export async function testEngines(names: readonly string[], options: { readonly install: boolean }): Promise<void> {
  const unknown = names.find((name) => !engineBuilds.some((build) => build.name === name));
  if (unknown !== undefined)
    throw LabProblem.of("unknown-engine", { name: unknown, known: engineBuilds.map(({ name }) => name) });
  await makeTestProgramsReady(options, programs);
  const counts: Counts[] = [];
  for (const [index, build] of engineBuilds.entries())
    if (names.length === 0 || names.includes(build.name)) counts.push(await testOn(build, index));
  conclude(counts);
}

const cache = () => join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "docker-stages/engines");

async function testOn({ name, suite, settings }: EngineBuild, index: number): Promise<Counts> {
  const [root, bin] = [join(cache(), suite, "root"), join(cache(), suite, "bin")];
  await mkdir(join(cache(), suite), { recursive: true });
  say(`${name}: an engine of Debian's ${suite}`);
  await unpackSuite(suite, root);
  await relinkPrograms(root, bin);
  const folder = join(cache(), "machines", name);
  const machine = await EngineMachine.start({ name: `ds${index}`, bin, settings, folder, index });
  try {
    const counts = await testInside(machine);
    // One that was interrupted says nothing of the engine.
    if (counts.passed === 0) return counts;
    const engine = machine.engine();
    const { Version, ApiVersion } = await engine.system.version();
    engine.close();
    await recordRun(
      {
        ...counts,
        name,
        engine: String(Version).split("+")[0]!,
        api: String(ApiVersion),
        store: name.endsWith("-containerd") ? "containerd" : "classic",
        date: new Date().toISOString().slice(0, 10),
        commit: (await run("git", ["rev-parse", "--short", "HEAD"], { cwd: checkout })).trim(),
      },
      join(checkout, "docs"),
    );
    return counts;
  } finally {
    await machine.stop();
  }
}

/** ./lab itself, in the machine: it makes the machine ready as it does any other. */
async function testInside(machine: EngineMachine): Promise<Counts> {
  const { program, args, env } = machine.inside([join(checkout, "lab"), "test", "e2e", tests]);
  const child = spawn(program, args, { cwd: checkout, env, stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return countsIn(printed);
}
