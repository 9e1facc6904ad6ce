import { type CallOptions, type Engine, isEngineError } from "../../../engine";
import { betweenQuestions } from "./election";

/** Each call waits 15 s for the node's tasks to end; those that have a longer grace period, or a busy machine, take more. */
const LONGEST_LEAVE_MS = 5 * 60_000;

/**
 * Has the engine leave the swarm that it is in. One that was not done in time goes on stopping its node and may be told
 * again; only the call that finds the node stopped takes it out of the swarm.
 *
 * @param options.force Even a manager whose leaving breaks the swarm. @default false
 */
export async function leaveSwarm(
  engine: Engine,
  { signal = new AbortController().signal, force }: CallOptions & { readonly force?: boolean },
): Promise<void> {
  const deadline = Date.now() + LONGEST_LEAVE_MS;
  let isStopping = false;
  for (;;) {
    try {
      return await engine.swarm.leave({ force, signal });
    } catch (error) {
      // It is in no swarm any more.
      if (isStopping && isEngineError(error, "not-a-swarm-manager")) return;
      if (!isEngineError(error, "still-leaving") || Date.now() > deadline) throw error;
      isStopping = true;
    }
    await betweenQuestions(signal);
  }
}
