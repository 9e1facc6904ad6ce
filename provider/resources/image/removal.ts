import { type Engine, isEngineError } from "../../engine";
import type { Call } from "../../schema";

export interface Removal extends Call {
  readonly engine: Engine;
  /** The name under which the image was brought. */
  readonly name: string;
  /** Id of the image that was brought; under the name there may be another one by now. */
  readonly imageId: string;
  /** Even where stopped containers use it. */
  readonly force?: boolean;
}

/**
 * Takes the name from the image, and with its last name the image itself. An image that somebody else put under the
 * name stays, and so does one that is in use, with a warning.
 */
export async function removeImage({ engine, name, imageId, force, signal, warn }: Removal): Promise<void> {
  const named = await engine.images.tryInspect(name, { signal });
  try {
    if (named?.Id === imageId) await engine.images.tryRemove(name, { force, signal });
    else if (await isNameless(engine, imageId, signal)) await engine.images.tryRemove(imageId, { force, signal });
  } catch (error) {
    if (!isEngineError(error, "in-use", "conflict")) throw error;
    warn(
      `image "${name}" was not removed: it is in use`,
      `${error.words ?? error.summary}\nIt stays on the engine at ${engine.url}; \`docker image rm ${name}\` removes it once nothing uses it.`,
    );
  }
}

async function isNameless(engine: Engine, id: string, signal: AbortSignal): Promise<boolean> {
  const found = await engine.images.tryInspect(id, { signal });
  return found !== undefined && (found.RepoTags ?? []).length === 0;
}
