import { type Engine, isEngineError } from "../../engine";

/**
 * Has an image on the engine until it is let go: other tests that are done with it would remove it, and no image that a
 * container is of goes by its name.
 *
 * @param name of the container, which is never started
 * @returns what lets it go
 */
export async function holdImage(engine: Engine, image: string, name: string): Promise<() => Promise<unknown>> {
  for (;;) {
    try {
      await engine.containers.create(name, { Image: image });
      return () => engine.containers.tryRemove(name, { force: true });
    } catch (error) {
      if (!isEngineError(error, "not-found", "dependency-absent")) throw error;
      await engine.images.pull(image);
    }
  }
}
