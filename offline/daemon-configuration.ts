import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Engine } from "../provider/engine";
import type { Say } from "./workspace";

/** Files of an engine of this machine. */
export interface EngineFiles {
  readonly settings: string;
  /** Holds dockerd's process id. */
  readonly pid: string;
}

const defaultFiles: EngineFiles = { settings: "/etc/docker/daemon.json", pid: "/var/run/docker.pid" };

/** The settings with the mirror first among `registry-mirrors`; everything else stays. @throws where `text` is not a JSON object */
export function withMirror(text: string, mirror: string): string {
  const settings: unknown = text.trim() === "" ? {} : JSON.parse(text);
  if (typeof settings !== "object" || settings === null || Array.isArray(settings))
    throw new SyntaxError("not a JSON object");
  const others =
    "registry-mirrors" in settings && Array.isArray(settings["registry-mirrors"]) ? settings["registry-mirrors"] : [];
  const mirrors = [mirror, ...others.filter((other) => sameUrl(`${other}`) !== sameUrl(mirror))];
  return `${JSON.stringify({ ...settings, "registry-mirrors": mirrors }, undefined, 2)}\n`;
}

/** dockerd ends each mirror's URL in a slash. */
const sameUrl = (url: string) => url.replace(/\/$/, "");

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
  say(`adding "registry-mirrors": ["${mirror}"] to ${settings}`);
  await mkdir(dirname(settings), { recursive: true });
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
  say(`adding "registry-mirrors": ["${mirror}"] to ${file} and asking dockerd to read it (SIGHUP)`);
  await replace(file, after);
  process.kill(await enginePid(pid), "SIGHUP");
  if (await untilUsed(engine, mirror)) return;
  await (before === undefined ? rm(file) : replace(file, before));
  throw new Error(
    `dockerd did not take "registry-mirrors" over from ${file}, which is as it was again; where its command line has --registry-mirror, add ${mirror} there`,
  );
}

async function settingsWithMirror(file: string, mirror: string) {
  const before = await readFile(file, "utf8").catch(() => undefined);
  try {
    return { before, after: withMirror(before ?? "", mirror) };
  } catch (error) {
    throw new Error(
      `${file} cannot be read: ${(error as Error).message}; correct it, or add "registry-mirrors": ["${mirror}"] yourself`,
    );
  }
}

async function untilUsed(engine: Engine, mirror: string): Promise<boolean> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await pause(50)) {
    if ((await mirrorsOf(engine)).includes(mirror)) return true;
  }
  return false;
}

async function enginePid(file: string): Promise<number> {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (pid > 0) return pid;
  throw new Error(`${file} names no process: dockerd has to be told by hand to read its settings (kill -HUP)`);
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
