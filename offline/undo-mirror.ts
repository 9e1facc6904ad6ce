import { type Engine, isEngineError } from "../engine";
import { dropMirror, type EngineFiles } from "./daemon-configuration";
import { registryImage } from "./mirror";
import { registryName, tryFindRegistry } from "./registry/container";
import { tryReadChange } from "./settings-change";
import { words } from "./words";
import type { Say } from "./workspace";

/** What became of a mirror that was to go. */
export interface UndoneMirror {
  readonly url: string;
  /** Whether the engine uses it still, since its command line names it. */
  readonly isUsed: boolean;
  /** Whether the volume with its images stays, since something uses that. */
  readonly keepsVolume: boolean;
}

/**
 * Takes back what `ensureMirror` made: the entry in the engine's settings, the registry, its image and its volume.
 *
 * @returns undefined where there is nothing of it
 */
export async function undoMirror(engine: Engine, say: Say, files: EngineFiles): Promise<UndoneMirror | undefined> {
  const url = (await tryFindRegistry(engine))?.url ?? (await tryReadChange(files.settings))?.mirror;
  if (url === undefined) return undefined;
  const isUsed = !(await dropMirror(engine, url, say, files));
  if (await engine.containers.tryRemove(registryName, { force: true })) say(words.removingContainer(registryName));
  for (const { RepoTags } of await engine.images.list({ filters: { reference: [registryImage] } }))
    for (const tag of RepoTags ?? []) if (await engine.images.tryRemove(tag)) say(words.removingImage(tag));
  return { url, isUsed, keepsVolume: !(await removedVolume(engine, say)) };
}

async function removedVolume(engine: Engine, say: Say): Promise<boolean> {
  try {
    if (await engine.volumes.tryRemove(registryName)) say(words.removingVolume(registryName));
    return true;
  } catch (error) {
    if (!isEngineError(error, "in-use")) throw error;
    return false;
  }
}
