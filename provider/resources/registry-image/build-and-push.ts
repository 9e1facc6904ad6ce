import { randomBytes } from "node:crypto";
import type { DockerCall } from "../define";
import { buildImage } from "../image/build";
import type { Build } from "../image/build-query";
import { giveTo } from "../image/taken-name";

const TYPE = "docker_registry_image";

/**
 * Builds an image on the engine to be pushed, and leaves none of it there: the name is then whose it was before. What is
 * cached of the steps stays, as of any build.
 */
export async function buildAndPush(
  call: DockerCall,
  name: string,
  block: Omit<Build, "tag">,
  push: () => Promise<string>,
): Promise<string> {
  const { engine, journal, signal } = call;
  const note = { type: TYPE, name, engine: engine.url };
  const before = (await engine.images.tryInspect(name, { signal }))?.Id;
  if (before === undefined) journal.settleNamed(note);
  const { nonce } = journal.open({ ...note, before });
  const letGo = await held(call, before);
  try {
    await buildImage(call, name, { ...block, tag: [] });
    return await push();
  } finally {
    // Also where it was given up: the name is not this resource's to keep.
    if ((await engine.images.tryInspect(name))?.Id !== before) {
      await engine.images.tryRemove(name);
      await giveTo(engine, name, before);
    }
    journal.settle(nonce);
    await letGo();
  }
}

/** Keeps an image while its name is another one's: containerd's store drops what loses its last name. */
async function held({ engine, journal }: DockerCall, id: string | undefined): Promise<() => Promise<void>> {
  if (id === undefined) return async () => {};
  const [repo, tag] = ["docker-stages/held", randomBytes(8).toString("hex")];
  const name = `${repo}:${tag}`;
  const { nonce } = journal.open({ type: TYPE, name, engine: engine.url });
  await engine.images.tag(id, { repo, tag });
  return async () => {
    await engine.images.tryRemove(name);
    journal.settle(nonce);
  };
}
