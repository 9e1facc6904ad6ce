import type { Call, Config, State } from "../../schema";
import { isUp } from "./life-cycle";
import { type Target, tryLog } from "./log";
import type { schema } from "./parts";
import { startsAgain } from "./plan";
import { runPreStop } from "./pre-stop";
import { isTriggered } from "./restart-triggers";
import { awaitEnd, type Run, run } from "./run";

/**
 * Starts it where it has to run and does not, or for its triggers, and looks at a run that is over in the light of what
 * is asked now.
 */
export async function bringUp(
  target: Target & Pick<Call, "warn">,
  planned: Config<typeof schema>,
  state: State<typeof schema>,
): Promise<Run> {
  const found = await target.engine.containers.inspect(target.id, { signal: target.signal });
  if (startsAgain(state, planned) && !isUp(found)) return run(target, planned);
  const { engine, id, signal } = target;
  if (planned.start && (await isTriggered(found, state, planned, engine, signal))) {
    await runPreStop(engine, state, { signal });
    if (isUp(found)) await engine.containers.stop(id, { signal });
    return run(target, planned);
  }
  const { expected_exit_code: expected, logs } = planned;
  const isNew = expected !== state.expected_exit_code || state.must_run;
  if (planned.start && !planned.must_run && expected !== undefined && isNew) return awaitEnd(target, planned);
  return { found, output: logs && !state.logs ? await tryLog(target) : logs ? state.container_logs : undefined };
}
