import { isEngineError } from "../../../engine";
import { detail } from "../../../problem";
import { attributeError } from "../../schema";
import type { DockerCall } from "../define";
import { isImageId } from "../image/name";
import { platformOf } from "../image/platform";
import { logProgress } from "../image/progress";

/**
 * Runs what makes a container, for the platform that is asked for, if any. An image that the engine does not have is pulled first, as `docker run` pulls it; it is
 * nobody's, and stays when the container goes. One that it has for another platform alone is taken as it is: Docker 26.1
 * with the containerd store knows it only where the platform is named.
 *
 * @param run the platform is undefined where it need not be named
 */
export async function withImage<T>(
  call: DockerCall,
  { image, platform }: { readonly image: string; readonly platform?: string },
  run: (platform: string | undefined) => Promise<T>,
): Promise<T> {
  const asked = platform || undefined;
  try {
    return await run(asked);
  } catch (error) {
    if (!isEngineError(error) || error.fault?.is !== "image-absent") throw error;
    const found = asked ? undefined : await call.engine.images.tryInspect(image, { signal: call.signal });
    if (found) return run(platformOf(found) || undefined);
    if (isImageId(image)) throw error;
    await pull(call, image, asked);
    return run(asked);
  }
}

const remedy =
  "The engine does not have the image, so it was to be pulled. Where a `docker_image` pulls or builds it, set `image` to its `image_id`, so that it is there first.";

async function pull(
  { engine, registries, signal }: DockerCall,
  image: string,
  platform: string | undefined,
): Promise<void> {
  try {
    const auth = await registries.for(image);
    await engine.images.pull(image, { auth, platform, signal, onProgress: logProgress(image) });
  } catch (error) {
    // A call that never got an answer says nothing of the image.
    if (!isEngineError(error) || error.object === undefined) throw error;
    throw attributeError(["image"], error.what, `${detail(error.problems[0])}\n${remedy}`);
  }
}
