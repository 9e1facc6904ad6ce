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

const isKept = async (machine: EngineMachine): Promise<boolean> =>
  (await machine.docker("image", "ls", "-q", KEPT)).trim() !== "";

/** Puts back the image that an interrupted run kept. */
export async function restoreNodes(machine: EngineMachine): Promise<void> {
  if (!(await isKept(machine))) return;
  await machine.docker("tag", KEPT, IMAGE);
  await machine.docker("rmi", KEPT);
}

/** Makes the machine's swarms of nodes that run its own engine, while `work` goes on. */
export async function withNodesOf<T>(
  machine: EngineMachine,
  programs: EnginePrograms,
  work: () => Promise<T>,
): Promise<T> {
  await machine.docker("pull", "-q", IMAGE);
  await machine.docker("tag", IMAGE, KEPT);
  const container = (await machine.docker("create", KEPT)).trim();
  try {
    // The first folder is the last to be copied.
    for (const each of programs.bin.toReversed()) await copyInto(machine, container, each, PROGRAMS);
    for (const each of programs.libraries) await copyInto(machine, container, each, each);
    await machine.docker("commit", container, IMAGE);
    return await work();
  } finally {
    await machine.docker("rm", "-v", container);
    await restoreNodes(machine);
  }
}

/** What is in a folder of this machine, into a container, whose folder need not be there. */
const copyInto = (machine: EngineMachine, container: string, folder: string, target: string): Promise<void> =>
  machine.dockerReading(["cp", "-", `${container}:/`], "tar", [
    ...["-C", folder, "--transform", `s,^\\.,${target.slice(1)},S`, "-c", "."],
  ]);
