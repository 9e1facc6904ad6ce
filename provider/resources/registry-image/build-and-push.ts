import type { Engine } from "../../../engine";
import type { DockerCall } from "../define";
import { buildImage } from "../image/build";
import type { Build } from "../image/build-query";
import { nameLeft } from "../image/name-left";
import { giveTo } from "../image/taken-name";
import type { Note } from "../journal";
import type { NamedLeftover } from "../leftover";

/** Keeps an image while its name is another one's: containerd's store drops what loses its last name. */
export const heldName = ({ nonce }: Pick<Note, "nonce">) => ({ repo: "docker-stages/held", tag: nonce });

const release = (engine: Engine, note: Pick<Note, "nonce">): Promise<boolean> => {
  const { repo, tag } = heldName(note);
  return engine.images.tryRemove(`${repo}:${tag}`);
};

/** A killed run leaves what it built under the name; who had it before has it again. */
export const pushLeft: NamedLeftover = {
  kind: "image",
  async removeNamed(engine, note) {
    const isRemoved = await nameLeft.removeNamed(engine, note);
    await release(engine, note);
    return isRemoved;
  },
};

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
  const mine = { type: "docker_registry_image", name, engine: engine.url };
  for (const orphan of journal.orphansNamed(mine)) {
    await pushLeft.removeNamed(engine, orphan);
    journal.settle(orphan.nonce);
  }
  const before = (await engine.images.tryInspect(name, { signal }))?.Id;
  const note = journal.open({ ...mine, before });
  try {
    if (before !== undefined) await engine.images.tag(before, heldName(note), { signal });
    await buildImage(call, name, { ...block, tag: [] });
    return await push();
  } finally {
    // Also where it was given up: the name is not this resource's to keep.
    if ((await engine.images.tryInspect(name))?.Id !== before) {
      await engine.images.tryRemove(name);
      await giveTo(engine, name, before);
    }
    await release(engine, note);
    journal.settle(note.nonce);
  }
}
