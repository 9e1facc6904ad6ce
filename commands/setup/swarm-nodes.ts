import type { Engine } from "../../engine";
import { LabProblem } from "../problem";
import { type Stage, withSwarm } from "../stages";

/**
 * Engines whose containers cannot be nodes of a swarm, by what they say of themselves. Root of a user namespace owns none
 * of the host's cgroups, and what runs in one may not have all that a container of its own takes: an engine in such a
 * container starts no task.
 * Source: https://docs.docker.com/engine/security/userns-remap, https://docs.docker.com/engine/security/rootless
 */
const unfit = [
  ["name=userns", "nodes-remapped"],
  ["name=rootless", "nodes-rootless"],
] as const;

/**
 * Sees to it that the engine's containers can be nodes of a swarm, where stages have some.
 *
 * @throws LabProblem `nodes-remapped`, `nodes-rootless`
 */
export async function expectNodes(engine: Engine, stages: readonly Stage[]): Promise<void> {
  const swarm = withSwarm(stages);
  if (swarm.length === 0) return;
  const { SecurityOptions } = await engine.system.info();
  for (const [option, code] of unfit)
    if (SecurityOptions?.includes(option)) throw LabProblem.of(code, { stages: swarm });
}
