import type { NamedLeftover } from "../leftover";
import { giveTo } from "./taken-name";

/** A killed run leaves an image under a name that it was giving: it is given back to who had it before. */
export const nameLeft: NamedLeftover = {
  kind: "image",
  async removeNamed(engine, { name, before }) {
    const found = await engine.images.tryInspect(name);
    if (!found || found.Id === before) return false;
    await engine.images.tryRemove(name);
    await giveTo(engine, name, before);
    return true;
  },
};
