import { type ContainerSummary, isEngineError, type Service } from "../../engine";
import { poll } from "../../engine/poll";
import { NONCE_LABEL } from "../../formats/labels";
import type { DockerCall } from "./define";
import { withTimeLimit } from "./time-limit";

/** What containers that are going are given for it. */
const SECONDS = 30;

const SERVICE_LABEL = "com.docker.swarm.service.id";

type Removing = Pick<DockerCall, "engine" | "signal">;

/** What is to be removed, and may be held. */
export interface Held {
  remove(signal: AbortSignal): Promise<unknown>;
  /** The containers that hold it. */
  holders(): Promise<ContainerSummary[]>;
  /** Whether it is still there although the removal was accepted: a node keeps a network until its last task has left. */
  isThere?(signal: AbortSignal): Promise<boolean>;
  /** Whether a service's tasks hold it. */
  isUsedBy(spec: Service["Spec"]): boolean;
}

/**
 * Removes what containers can hold. A service that has just been removed, or changed to do without it, still has its
 * containers for a moment, and a container of this provider may be on its way out in the same run: they are waited
 * for. Whoever else uses it is the engine's error "in use".
 */
export async function removeWhenUnused(call: Removing, held: Held): Promise<void> {
  const { engine, signal } = call;
  const tryRemove = async (within: AbortSignal): Promise<true | undefined> => {
    try {
      await held.remove(within);
      return true;
    } catch (error) {
      if (!isEngineError(error, "in-use") || !(await areAllLeaving({ engine, signal: within }, held))) throw error;
      return undefined;
    }
  };
  if (await tryRemove(signal)) return;
  const limited = withTimeLimit(signal, SECONDS * 1000);
  try {
    const filters = { type: ["container"], event: ["die", "destroy"] };
    await engine.until({ filters, signal: limited }, () => tryRemove(limited));
  } catch (error) {
    if (signal.aborted || !limited.aborted) throw error;
    await held.remove(signal);
  }
}

/** Whether each of the holders is a task of a service that has let go of it, or this provider's own. */
async function areAllLeaving(call: Removing, held: Held): Promise<boolean> {
  const ended: string[] = [];
  for (const { Id, Labels, State } of await held.holders()) {
    const { [SERVICE_LABEL]: service, [NONCE_LABEL]: nonce } = (Labels ?? {}) as Record<string, string | undefined>;
    // Terraform removes at once what does not name each other: the container may be going meanwhile.
    if (nonce !== undefined) continue;
    if (service === undefined) return false;
    const hold = await holdOf(call, held, service, State);
    if (hold === "kept") return false;
    if (hold === "left" && (State === "exited" || State === "dead")) ended.push(Id);
  }
  // The swarm would keep them as the history of the service.
  for (const id of ended) await call.engine.containers.tryRemove(id, { volumes: true, signal: call.signal });
  return true;
}

/** How a service has it: no more since it lives on without, since it is gone, or as before. */
type Hold = "left" | "gone" | "kept";

async function holdOf(
  { engine, signal }: Removing,
  held: Pick<Held, "isUsedBy">,
  service: string,
  state?: string,
): Promise<Hold> {
  try {
    const found = await engine.services.tryInspect(service, { signal });
    if (!found) return "gone";
    return held.isUsedBy(found.Spec) ? "kept" : "left";
  } catch (error) {
    if (!isEngineError(error, "not-a-swarm-manager")) throw error;
    // A worker knows no services; a task that has ended there goes with its service.
    return state === "running" ? "kept" : "gone";
  }
}

/** The same for a network, which a swarm's tasks can hold too: of them the engine reports no events. */
export async function removeWhenEndpointsAreGone(call: Removing, held: Held): Promise<void> {
  const { signal } = call;
  const removed = await poll({ seconds: SECONDS, signal }, async () => {
    try {
      await held.remove(signal);
      return true;
    } catch (error) {
      if (!isEngineError(error, "in-use")) throw error;
      if (await isOfLeavingTask(call, held, error.engineMessage ?? "")) return undefined;
      const found = await held.holders();
      if (found.length === 0) await held.remove(signal);
      else if (!(await areAllLeaving(call, held))) throw error;
      return found.length === 0 || undefined;
    }
  });
  if (!removed) await held.remove(signal);
  await poll({ seconds: SECONDS, signal }, async () => ((await held.isThere?.(signal)) ? undefined : true));
}

async function isOfLeavingTask(call: Removing, held: Held, words: string): Promise<boolean> {
  const [, id] = /in use by task (\w+)/.exec(words) ?? [];
  if (id === undefined) return false;
  const task = await call.engine.tasks.tryInspect(id, { signal: call.signal });
  return !task?.ServiceID || (await holdOf(call, held, task.ServiceID)) !== "kept";
}
