import { type ContainerInspect, isEngineError } from "../../../engine";
import type { Config } from "../../schema";
import { endOfLog, failed } from "./exit-code";
import { isUp, UP_WITHIN_MS } from "./life-cycle";
import { type Target, tryLog } from "./log";
import type { schema } from "./parts";

type Options = Pick<Config<typeof schema>, "name" | "container_read_refresh_timeout_milliseconds"> & {
  readonly expected_exit_code?: number;
};

/** The change that helps, where it may not end at all, and where it may end with one exit code. */
const remedyOf = (mayEndWith: number | undefined): string =>
  mayEndWith === undefined
    ? "A container runs for as long as its command. Give it one that stays, or set `must_run = false` where it is to end."
    : `A container runs for as long as its command, and this one may end with ${mayEndWith} alone: correct what its command complains of.`;

/**
 * The container, once it is known to be up, or to have ended as it may. The engine records an exit some 80 ms after it,
 * but `top` asks the runtime for the processes that there are, and answers for one that has ended only when its exit is
 * recorded.
 */
export async function waitRunning(target: Target, { name, ...options }: Options): Promise<ContainerInspect> {
  const { engine, id, signal } = target;
  const remedy = remedyOf(options.expected_exit_code);
  try {
    await engine.containers.top(id, "-o pid", { signal });
  } catch (error) {
    // That it does not run is the answer; an engine whose host has no `ps` cannot say.
    if (!isEngineError(error) || isEngineError(error, "aborted", "connection-lost", "unresponsive")) throw error;
  }
  const found = await engine.containers.tryInspect(id, { signal });
  if (!found) throw failed(`container "${name}" exited immediately and was removed`, remedy, "must_run");
  if (found.State.Restarting) return upAgain(target, { name, ...options });
  if (isUp(found)) return found;
  const { ExitCode, Error: reason, OOMKilled } = found.State;
  if (ExitCode === options.expected_exit_code && !OOMKilled) return found;
  const why = [reason, OOMKilled ? "It ran out of memory." : undefined, endOfLog(await tryLog(target)), remedy];
  throw failed(`container "${name}" exited immediately with ${ExitCode}`, why.filter(Boolean).join("\n"), "must_run");
}

/** Its restart policy is at work: it is up when the engine has started it once more. */
async function upAgain(target: Target, options: Options): Promise<ContainerInspect> {
  const { engine, id, signal } = target;
  const { name } = options;
  const milliseconds = options.container_read_refresh_timeout_milliseconds || UP_WITHIN_MS;
  const filters = { type: "container", container: id, event: ["start", "die", "destroy"] };
  const timeout = AbortSignal.timeout(milliseconds);
  try {
    return await engine.until({ filters, signal: AbortSignal.any([signal, timeout]) }, async () => {
      const found = await engine.containers.inspect(id, { signal });
      return isUp(found) && !found.State.Restarting ? found : undefined;
    });
  } catch (error) {
    if (signal.aborted || !timeout.aborted) throw error;
    throw failed(
      `container "${name}" was not up within ${milliseconds} ms: the engine keeps restarting it`,
      endOfLog(await tryLog(target)),
      "restart",
    );
  }
}
