import { type ContainerSummary, type Engine, isEngineError } from "../engine";
import type { DockerCall } from "./define";
import { lookAgain } from "./look-again";
import { NONCE_LABEL } from "./ownership";
import { withTimeLimit } from "./time-limit";

/** What containers that are going are given for it. */
const SECONDS = 30;

const SERVICE_LABEL = "com.docker.swarm.service.id";

type Removal = (signal: AbortSignal) => Promise<unknown>;

/**
 * Removes what containers can hold. A service that has just been removed still has its containers for a moment, and a
 * container of this provider may be on its way out in the same run: they are waited for. Whoever else uses it is the
 * engine's error "in use".
 */
export async function removeOnceLetGo(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  remove: Removal,
  holders: () => Promise<ContainerSummary[]>,
): Promise<void> {
  const tryRemove = async (within: AbortSignal): Promise<true | undefined> => {
    try {
      await remove(within);
      return true;
    } catch (error) {
      if (!isEngineError(error, "in-use") || !(await areAllLeaving(engine, await holders(), within))) throw error;
      return undefined;
    }
  };
  if (await tryRemove(signal)) return;
  const limited = withTimeLimit(signal, SECONDS * 1000);
  try {
    const filters = { type: ["container"], event: ["destroy"] };
    await engine.until({ filters, signal: limited }, () => tryRemove(limited));
  } catch (error) {
    if (signal.aborted || !limited.aborted) throw error;
    await remove(signal);
  }
}

/** Whether each of them is a task of a service that is gone, or this provider's own. */
async function areAllLeaving(
  engine: Engine,
  holders: readonly ContainerSummary[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const { Labels, State } of holders) {
    const { [SERVICE_LABEL]: service, [NONCE_LABEL]: nonce } = (Labels ?? {}) as Record<string, string | undefined>;
    // Terraform removes at once what does not name each other: the container may be going meanwhile.
    if (nonce !== undefined) continue;
    if (service === undefined || !(await isGone(engine, service, State, signal))) return false;
  }
  return true;
}

async function isGone(engine: Engine, service: string, state: string, signal: AbortSignal): Promise<boolean> {
  try {
    return (await engine.services.tryInspect(service, { signal })) === undefined;
  } catch (error) {
    if (!isEngineError(error, "not-a-swarm-manager")) throw error;
    // A worker knows no services; a task that has ended there goes with its service.
    return state !== "running";
  }
}

/** The same for a network, which a swarm's tasks can hold too: of them the engine reports no events. */
export async function removeOnceEndpointsLetGo(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  remove: Removal,
  holders: () => Promise<ContainerSummary[]>,
): Promise<void> {
  const removed = await lookAgain({ seconds: SECONDS, signal }, async () => {
    try {
      await remove(signal);
      return true;
    } catch (error) {
      if (!isEngineError(error, "in-use")) throw error;
      if (await isOfLeavingTask(engine, error.words ?? "", signal)) return undefined;
      const found = await holders();
      if (found.length === 0) await remove(signal);
      else if (!(await areAllLeaving(engine, found, signal))) throw error;
      return found.length === 0 || undefined;
    }
  });
  if (!removed) await remove(signal);
}

async function isOfLeavingTask(engine: Engine, words: string, signal: AbortSignal): Promise<boolean> {
  const [, id] = /in use by task (\w+)/.exec(words) ?? [];
  const task = id === undefined ? undefined : await engine.tasks.tryInspect(id, { signal });
  if (!task?.ServiceID) return id !== undefined && task === undefined;
  return (await engine.services.tryInspect(task.ServiceID, { signal })) === undefined;
}
