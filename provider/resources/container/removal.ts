import { type Engine, isEngineError } from "../../../engine";
import type { Call, State } from "../../schema";
import type { schema } from "./parts";
import { runPreStop } from "./pre-stop";

type Removal = Pick<State<typeof schema>, "id" | "destroy_grace_seconds" | "remove_volumes" | "pre_stop">;

/** Stops the container where it is given time, having run what comes before, and removes it; one that is gone is no error. */
export async function removeContainer(
  engine: Engine,
  removal: Removal,
  { signal }: Pick<Call, "signal">,
): Promise<void> {
  const { id, destroy_grace_seconds: grace, remove_volumes: volumes } = removal;
  try {
    await runPreStop(engine, removal, { signal });
    if (grace) await engine.containers.stop(id, { timeout: grace, signal });
    await engine.containers.remove(id, { force: true, volumes, signal });
  } catch (error) {
    if (isEngineError(error, "not-found")) return;
    if (!isEngineError(error, "removal-in-progress")) throw error;
    await untilRemoved(engine, id, { signal });
  }
}

/** Removes what a killed run left, at once and with its anonymous volumes; what the engine is removing is waited for. */
export const removeLeft = (engine: Engine, id: string): Promise<void> =>
  removeContainer(
    engine,
    { id, destroy_grace_seconds: undefined, remove_volumes: true, pre_stop: [] },
    { signal: new AbortController().signal },
  );

/** Waits for the end of a removal that somebody else, `rm` for instance, has begun. */
export async function untilRemoved(engine: Engine, id: string, { signal }: Pick<Call, "signal">): Promise<void> {
  try {
    await engine.containers.wait(id, { condition: "removed", signal });
  } catch (error) {
    if (!isEngineError(error, "not-found")) throw error;
  }
}
