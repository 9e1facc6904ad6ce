import { type Engine, isEngineError } from "../../../engine";
import type { Call, WithPrivateState } from "../../schema";
import { giveBack } from "./taken-name";

export interface Removal extends Call, WithPrivateState {
  readonly engine: Engine;
  /** The name under which the image was brought. */
  readonly name: string;
  /** Names that it was given beside it. @default [] */
  readonly otherNames?: readonly string[];
  /** Id of the image that was brought; under the name there may be another one by now. */
  readonly imageId: string;
  /** Even where stopped containers use it. */
  readonly force?: boolean;
}

/**
 * Takes the names from the image, giving them back to those that had them before, and with its last name the image
 * itself. An image that somebody else put under a
 * name stays, and so does one that is in use, with a warning.
 *
 * @returns whether the image is in use
 */
export async function removeImage(removal: Removal): Promise<boolean> {
  const { engine, name, otherNames = [], imageId, force, signal, warn } = removal;
  try {
    for (const each of [...otherNames, name]) {
      const named = await engine.images.tryInspect(each, { signal });
      if (named?.Id === imageId && !(await giveBack(removal, each)))
        await engine.images.tryRemove(each, { force, signal });
    }
    if (await isNameless(engine, imageId, signal)) await engine.images.tryRemove(imageId, { force, signal });
    return false;
  } catch (error) {
    if (!isEngineError(error, "in-use", "conflict")) throw error;
    warn(
      `image "${name}" was not removed: it is in use`,
      `${error.engineMessage ?? error.what}\nIt stays on the engine at ${engine.url} until the last \`docker_image\` of that name is destroyed; \`docker image rm ${name}\` removes it once nothing uses it.`,
    );
    return true;
  }
}

async function isNameless(engine: Engine, id: string, signal: AbortSignal): Promise<boolean> {
  const found = await engine.images.tryInspect(id, { signal });
  return found !== undefined && (found.RepoTags ?? []).length === 0;
}
