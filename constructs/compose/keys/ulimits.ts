import type { Node } from "../source/node";
import { dictionary } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { integer } from "./shapes/scalars";
import { byKind, type Context, mapped, type Shape } from "./shapes/shape";
import type { SupportByTarget, Target } from "./support";

export interface Ulimit {
  readonly soft: number;
  readonly hard: number;
}

/** -1 is no limit. */
const limit = integer(-1);

/** The soft limit is within the hard one, as the kernel has it; the engine would say so when a task starts. */
function ordered(value: Ulimit, node: Node, key: string, { problems, origins }: Context): Ulimit {
  const { soft, hard } = value;
  const isOver = hard !== -1 && (soft === -1 || soft > hard);
  if (isOver) problems.report("ulimit-over-hard", origins.of(value, "soft") ?? node, { key, soft, hard });
  return value;
}

/** Limits by name, which become the block at a path, by target. */
export const ulimits = (path: Readonly<Record<Target, string>>): Shape<Readonly<Record<string, Ulimit>>> => {
  const attribute = (name: string): SupportByTarget => ({
    swarm: { becomes: `${path.swarm}.${name}` },
    host: { becomes: `${path.host}.${name}` },
  });
  const both = fields(
    { soft: { shape: limit, ...attribute("soft") }, hard: { shape: limit, ...attribute("hard") } },
    "soft",
    "hard",
  );
  return dictionary(
    byKind({
      scalar: mapped(limit, (value): Ulimit => ({ soft: value, hard: value })),
      mapping: mapped(both, ordered),
    }),
    { names: /^[a-z]+$/, ...attribute("name") },
  );
};
