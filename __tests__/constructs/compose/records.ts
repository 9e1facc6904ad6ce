import { supportOf } from "../../../constructs/compose/keys/key";
import { project } from "../../../constructs/compose/keys/project";
import type { AnyKey, Shape } from "../../../constructs/compose/keys/shapes/shape";

/** The record of every key by its path; `*` stands for names of the user's. */
export const records: ReadonlyMap<string, AnyKey> = new Map(under(project, []));

function under(shape: Shape<unknown, string>, above: readonly string[]): [string, AnyKey][] {
  return Object.entries(shape.under ?? {}).flatMap(([name, key]) => {
    const path = [...above, name];
    return [[path.join("."), key] as [string, AnyKey], ...under(key.shape, path)];
  });
}

/** What becomes of a key on a swarm, where images are built or not. */
export const onSwarm = (key: AnyKey, builds = false) => supportOf(key, { target: "swarm", builds });
