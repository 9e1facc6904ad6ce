import { type Engine, isEngineError } from "../../engine";
import { poll } from "../../engine/poll";
import type { LabelledLeftover } from "../../provider";

/** Time that what holds an object is given to let go: the tasks of a service that was removed, for instance. */
const LET_GO_SECONDS = 20;

/** Removes an object once nothing uses it any more. @throws EngineError `in-use` where something still does */
export async function removeOnceFree({ remove }: LabelledLeftover, engine: Engine, id: string): Promise<void> {
  const { signal } = new AbortController();
  const gone = await poll({ seconds: LET_GO_SECONDS, signal }, () =>
    remove(engine, id).then(
      () => true,
      (error) => {
        if (!isEngineError(error, "in-use")) throw error;
        return undefined;
      },
    ),
  );
  if (!gone) await remove(engine, id);
}
