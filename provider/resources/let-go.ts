import { type ContainerSummary, type Engine, isEngineError } from "../engine";
import type { DockerCall } from "./define";
import { lookAgain } from "./look-again";
import { withTimeLimit } from "./time-limit";

/** What a removed service's containers are given to go. */
const SECONDS = 30;

const SERVICE_LABEL = "com.docker.swarm.service.id";

type Removal = (signal: AbortSignal) => Promise<unknown>;

/**
 * Removes what containers can hold. A service that has just been removed still has its containers for a moment: they
 * are waited for. Whoever else uses it is the engine's error "in use".
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

/** Whether each of them is a task of a service that is gone. */
async function areAllLeaving(
  engine: Engine,
  holders: readonly ContainerSummary[],
  signal: AbortSignal,
): Promise<boolean> {
  for (const { Labels, State } of holders) {
    const service = (Labels as Record<string, string> | null | undefined)?.[SERVICE_LABEL];
    if (!service || !(await isGone(engine, service, State, signal))) return false;
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

/** The same for a network of the swarm, which tasks hold, of which the engine reports no events. */
export async function removeOnceTasksLetGo(
  { engine, signal }: Pick<DockerCall, "engine" | "signal">,
  remove: Removal,
): Promise<void> {
  const removed = await lookAgain({ seconds: SECONDS, signal }, async () => {
    try {
      await remove(signal);
      return true;
    } catch (error) {
      if (!isEngineError(error, "in-use") || !(await isOfLeavingTask(engine, error.words ?? "", signal))) throw error;
      return undefined;
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
