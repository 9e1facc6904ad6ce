import { spawn } from "node:child_process";
import { once } from "node:events";
import { run } from "../../../offline/command";
import type { EngineMachine } from "./machine";

const IMAGE = "docker:dind";

/** Under which the image of nodes that the machine had is kept meanwhile. */
const KEPT = "docker-stages/dind:kept";

/** Where an image's programs go first, on the PATH of containers that say none. */
const PROGRAMS = "/usr/local/sbin";

export interface EnginePrograms {
  /** Folders of programs; of two of one name, the first. */
  readonly bin: readonly string[];
  /** Folders that the programs are linked against, by these very paths. */
  readonly libraries: readonly string[];
}

/** docker's command line in the machine. What it printed. */
function docker(machine: EngineMachine, ...command: string[]): Promise<string> {
  const { program, args, env } = machine.inside(["docker", ...command]);
  return run(program, args, { env });
}

const isKept = async (machine: EngineMachine): Promise<boolean> =>
  (await docker(machine, "image", "ls", "-q", KEPT)).trim() !== "";

/** Puts back the image that an interrupted run kept. */
export async function restoreNodes(machine: EngineMachine): Promise<void> {
  if (!(await isKept(machine))) return;
  await docker(machine, "tag", KEPT, IMAGE);
  await docker(machine, "rmi", KEPT);
}

/** Makes the machine's swarms of nodes that run its own engine, while `work` goes on. */
export async function withNodesOf<T>(
  machine: EngineMachine,
  programs: EnginePrograms,
  work: () => Promise<T>,
): Promise<T> {
  await docker(machine, "pull", "-q", IMAGE);
  await docker(machine, "tag", IMAGE, KEPT);
  const container = (await docker(machine, "create", KEPT)).trim();
  try {
    // The first folder is the last to be copied.
    for (const each of programs.bin.toReversed()) await copyInto(machine, container, each, PROGRAMS);
    for (const each of programs.libraries) await copyInto(machine, container, each, each);
    await docker(machine, "commit", container, IMAGE);
    return await work();
  } finally {
    await docker(machine, "rm", "-v", container);
    await restoreNodes(machine);
  }
}

/** What is in a folder of this machine, into a container, whose folder need not be there. */
async function copyInto(machine: EngineMachine, container: string, folder: string, target: string): Promise<void> {
  const { program, args, env } = machine.inside(["docker", "cp", "-", `${container}:/`]);
  const copying = spawn(program, args, { env, stdio: ["pipe", "ignore", "inherit"] });
  const ended = once(copying, "close");
  await run("tar", ["-C", folder, "--transform", `s,^\\.,${target.slice(1)},S`, "-c", "."], { output: copying.stdin });
  copying.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`${folder} could not be copied into the image of nodes`);
}
