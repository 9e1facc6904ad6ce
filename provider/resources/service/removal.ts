import { poll } from "../../../engine/poll";
import type { DockerCall } from "../define";
import { hasEnded, tasksOf } from "./tasks";

/** Time that tasks of a removed service are given to end, beside their own grace period. */
const REMOVAL_SECONDS = 60;
/** The engine's own grace period. */
const DEFAULT_GRACE = 10e9;

/** Removes the service and waits for its tasks: what they use, volumes and networks, can be removed only after. */
export async function removeService(call: Pick<DockerCall, "engine" | "signal" | "warn">, id: string): Promise<void> {
  const { engine, signal, warn } = call;
  const found = await engine.services.tryInspect(id, { signal });
  if (!found) return;
  const name = found.Spec.Name ?? "";
  await engine.services.tryRemove(id, { signal });
  const grace = (found.Spec.TaskTemplate?.ContainerSpec?.StopGracePeriod ?? DEFAULT_GRACE) / 1e9;
  const ended = await poll({ seconds: REMOVAL_SECONDS + grace, signal }, async () => {
    const left = (await tasksOf(engine, { id, name }, signal)).filter((task) => !hasEnded(task));
    if (left.length === 0) return true;
    // Nobody tells what becomes of tasks on a node that is down.
    const down = await downNodes(call);
    return left.every(({ NodeID }) => NodeID && down.has(NodeID)) ? true : undefined;
  });
  if (ended) return;
  warn(
    `service "${name}" is gone, but some of its tasks have not ended`,
    "What they use, volumes and networks, cannot be removed before: `docker node ps` on each node tells where they are.",
  );
}

async function downNodes({ engine, signal }: Pick<DockerCall, "engine" | "signal">): Promise<Set<string>> {
  const nodes = await engine.nodes.list({ signal });
  return new Set(nodes.flatMap(({ ID, Status }) => (Status.State === "down" ? [ID] : [])));
}
