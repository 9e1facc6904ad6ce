import { type Engine, isEngineError } from "../../../engine";
import type { DockerCall } from "../define";
import { changeNode, retried } from "./change";
import { leaveSwarm } from "./leave-swarm";
import type { Manager } from "./manager-probe";
import { isSole, tryDemote } from "./managers-set";
import { isManager, nodesOf } from "./node-wait";

/** The engine, where it answers and is the node; undefined where it is gone, stopped, out of reach or another node. */
export async function engineOfNode(
  { engines, signal }: Pick<DockerCall, "engines" | "signal">,
  url: string,
  id: string,
): Promise<Engine | undefined> {
  const engine = engines.at(url);
  try {
    const { Swarm } = await engine.system.info({ signal });
    return Swarm?.NodeID === id ? engine : undefined;
  } catch (error) {
    if (!isEngineError(error) || signal.aborted) throw error;
    return undefined;
  }
}

/**
 * Takes a node out of the swarm in order: drained, demoted, left, removed. What does not answer is removed all the
 * same. The only manager stays: it is the swarm itself.
 */
export async function takeOut(
  { signal }: Pick<DockerCall, "signal">,
  manager: Manager,
  id: string,
  engine: Engine | undefined,
): Promise<void> {
  const nodes = await nodesOf(manager, signal);
  const node = nodes.find(({ ID }) => ID === id);
  if (!node) return void (engine && (await leaveSwarm(engine, { force: true, signal })));
  if (isSole(node, nodes)) return;
  if (engine) await drain(manager, id, engine, signal);
  if (isManager(node) && !(await tryDemote(manager, node, signal))) return;
  // Once it is demoted, the engine may not know yet that it is a worker.
  if (engine) await leaveSwarm(engine, { force: isManager(node), signal });
  // It has left, or does not answer: the manager would call it down after some heartbeats only.
  await retried(() => manager.engine.nodes.tryRemove(id, { force: true, signal }), signal);
}

/** Moves the node's tasks elsewhere, and waits until the last of their containers has ended. */
async function drain(manager: Manager, id: string, engine: Engine, signal: AbortSignal): Promise<void> {
  const tasks = await manager.engine.tasks.list({ filters: { node: [id], "desired-state": ["running"] }, signal });
  if (tasks.length === 0) return;
  await changeNode(manager, id, (there) => ({ ...there, Availability: "drain" }), signal);
  await engine.until({ filters: { type: ["container"], event: ["die", "destroy"] }, signal }, async () => {
    const listed = await engine.containers.list({ filters: { label: ["com.docker.swarm.task.id"] }, signal });
    // The list is brought up to date just after the event; the container itself knows before.
    const found = await Promise.all(listed.map(({ Id }) => engine.containers.tryInspect(Id, { signal })));
    return found.some((container) => container?.State.Running) ? undefined : true;
  });
}
