import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Engine } from "../engine";
import { processProgram } from "../temporary";
import { clearedOf, hasMirror, sameUrl, withMirror, withoutMirror } from "./registry-mirrors";
import { forgetChange, noteChange, tryReadChange } from "./settings-change";
import { words } from "./words";
import type { Say } from "./workspace";

/** Files of an engine of this machine. */
export interface EngineFiles {
  readonly settings: string;
  /** Holds dockerd's process id. */
  readonly pid: string;
}

export const defaultFiles: EngineFiles = { settings: "/etc/docker/daemon.json", pid: "/var/run/docker.pid" };

/** The mirrors that the engine uses now, without a slash at the end. */
export async function mirrorsOf(engine: Engine): Promise<string[]> {
  const { RegistryConfig } = await engine.system.info();
  return (RegistryConfig?.Mirrors ?? []).map(sameUrl);
}

/**
 * Writes the mirror into the settings of an engine that does not run.
 *
 * @throws Error where the file cannot be read
 */
export async function presetMirror(mirror: string, say: Say, { settings }: EngineFiles = defaultFiles): Promise<void> {
  const { before, after } = await settingsWithMirror(settings, mirror);
  if (before === after) return;
  say(words.addingMirror(mirror, settings));
  await mkdir(dirname(settings), { recursive: true });
  await noteChange(settings, { mirror, before, after });
  await replace(settings, after);
}

/**
 * Makes the running engine of this machine use the mirror: writes its settings and has it read them, without a restart. What
 * BuildKit pulls comes from there only once dockerd is started anew.
 */
export async function useMirror(
  engine: Engine,
  mirror: string,
  say: Say,
  { settings: file, pid }: EngineFiles = defaultFiles,
): Promise<void> {
  if ((await mirrorsOf(engine)).includes(mirror)) return;
  const { before, after } = await settingsWithMirror(file, mirror);
  say(words.addingMirrorNow(mirror, file));
  await noteChange(file, { mirror, before, after });
  await replace(file, after);
  process.kill(await enginePid(pid), "SIGHUP");
  if (await untilUsed(engine, mirror, true)) return;
  await putBack(file, before);
  await forgetChange(file);
  throw new Error(
    `dockerd did not take "registry-mirrors" over from ${file}, which is as it was again; where its command line has --registry-mirror, add ${mirror} there`,
  );
}

/**
 * Takes the mirror out of the settings of this machine's engine, which are then what they were before it came, and has
 * it read them.
 *
 * @returns whether the engine uses the mirror no more; else its command line names it
 */
export async function dropMirror(
  engine: Engine,
  mirror: string,
  say: Say,
  { settings: file, pid }: EngineFiles = defaultFiles,
): Promise<boolean> {
  const now = await readFile(file, "utf8").catch(() => undefined);
  const change = await tryReadChange(file);
  if (now !== undefined && readable(file, now, () => hasMirror(now, mirror))) {
    say(words.droppingMirror(mirror, file));
    // Where the key is missing, dockerd keeps what it had.
    await replace(file, withoutMirror(now, mirror));
    process.kill(await enginePid(pid), "SIGHUP");
    await untilUsed(engine, mirror, false);
    await putBack(file, change?.after === now ? change.before : clearedOf(now, mirror));
  }
  await forgetChange(file);
  return !(await mirrorsOf(engine)).includes(mirror);
}

async function settingsWithMirror(file: string, mirror: string) {
  const before = await readFile(file, "utf8").catch(() => undefined);
  return { before, after: readable(file, before, () => withMirror(before ?? "", mirror), mirror) };
}

function readable<T>(file: string, text: string | undefined, read: () => T, mirror?: string): T {
  try {
    return read();
  } catch (error) {
    const byHand = mirror === undefined ? "" : `, or add "registry-mirrors": ["${mirror}"] yourself`;
    throw new Error(
      `${file} cannot be read: ${(error as Error).message}; correct it${byHand} (it holds ${JSON.stringify(text?.slice(0, 80))})`,
    );
  }
}

/** Whether the engine has come to use the mirror, or to use it no more. */
async function untilUsed(engine: Engine, mirror: string, wanted: boolean): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(50)) {
    if ((await mirrorsOf(engine)).includes(mirror) === wanted) return true;
  }
  return false;
}

const putBack = (file: string, before: string | undefined): Promise<void> =>
  before === undefined ? rm(file) : replace(file, before);

async function enginePid(file: string): Promise<number> {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (processProgram(pid) === "dockerd") return pid;
  throw new Error(`${file} names no dockerd that runs: it has to be told by hand to read its settings (kill -HUP)`);
}

/** Written whole or not at all, with the mode of what it replaces. */
async function replace(path: string, text: string): Promise<void> {
  const mode = await stat(path).then(
    ({ mode }) => mode & 0o777,
    () => 0o644,
  );
  await writeFile(`${path}.new`, text, { mode });
  await rename(`${path}.new`, path);
}
