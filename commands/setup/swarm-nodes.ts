import type { Engine } from "../../engine";
import { LabProblem } from "../problem";
import { type Stage, withSwarm } from "../stages";

/** What an engine says of itself that gives its containers users of their own. Source: https://docs.docker.com/engine/security/userns-remap */
const remapped = "name=userns";

/**
 * Sees to it that the engine's containers can be nodes of a swarm, where stages have some: root of a user namespace
 * owns none of the host's cgroups, so that an engine in such a container starts no task.
 *
 * @throws LabProblem `nodes-remapped`
 */
export async function expectNodes(engine: Engine, stages: readonly Stage[]): Promise<void> {
  const swarm = withSwarm(stages);
  if (swarm.length === 0) return;
  const { SecurityOptions } = await engine.system.info();
  if (SecurityOptions?.includes(remapped)) throw LabProblem.of("nodes-remapped", { stages: swarm });
}
