import type { Engine } from "../../../engine";

/**
 * Takes one name from an image that is to stay without a name. The engine removes an image with its last name unless
 * another image is made of it: for as long as it takes there is one, made of a container that never runs.
 */
export async function untagKeepingImage(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const found = await engine.images.tryInspect(name, { signal });
  if (!found) return;
  const { Id: container } = await engine.containers.create(
    undefined,
    { Image: found.Id, Cmd: ["never-run"] },
    { signal },
  );
  let child: string | undefined;
  try {
    child = await engine.commit({ container, pause: false, signal });
  } finally {
    await engine.containers.tryRemove(container, { volumes: true });
  }
  try {
    // Containers that were made of the image keep it too, but only force takes the last name from them.
    await engine.images.tryRemove(name, { force: true, noprune: true, signal });
  } finally {
    await engine.images.tryRemove(child, { noprune: true });
  }
}
