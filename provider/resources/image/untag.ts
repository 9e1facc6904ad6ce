import type { Engine } from "../../../engine";

/**
 * Takes one name from an image that is to stay without a name. The engine removes an image with its last name, unless
 * another image is made of it (the classic store) or a container (containerd's): for as long as it takes there are both,
 * of which none runs.
 */
export async function untagKeepingImage(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const found = await engine.images.tryInspect(name, { signal });
  if (!found) return;
  const request = { Image: found.Id, Cmd: ["never-run"] };
  const { Id: container } = await engine.containers.create(undefined, request, { signal });
  let child: string | undefined;
  try {
    child = await engine.commit({ container, pause: false, signal });
    // Only force takes the last name from an image that a container is made of.
    await engine.images.tryRemove(name, { force: true, noprune: true, signal });
  } finally {
    await engine.containers.tryRemove(container, { volumes: true });
    if (child !== undefined) await engine.images.tryRemove(child, { noprune: true });
  }
}
