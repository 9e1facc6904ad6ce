import { isEngineError } from "../../engine";
import { attributeError } from "../../schema";
import type { DockerCall } from "../define";
import { isImageId } from "../image/name";
import { logProgress } from "../image/progress";

/**
 * Runs what makes a container. An image that the engine does not have is pulled first, as `docker run` pulls it; it is
 * nobody's, and stays when the container goes.
 */
export async function withImage<T>(call: DockerCall, image: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!isEngineError(error) || error.fault?.is !== "image-absent" || isImageId(image)) throw error;
    await pull(call, image);
    return run();
  }
}

const remedy =
  "The engine does not have the image, so it was to be pulled. Where a `docker_image` pulls or builds it, set `image` to its `image_id`, so that it is there first.";

async function pull({ engine, registries, signal }: DockerCall, image: string): Promise<void> {
  try {
    const auth = await registries.for(image);
    await engine.images.pull(image, { auth, signal, onProgress: logProgress(image) });
  } catch (error) {
    // A call that never got an answer says nothing of the image.
    if (!isEngineError(error) || error.object === undefined) throw error;
    throw attributeError(["image"], error.summary, `${error.detail}\n${remedy}`);
  }
}
