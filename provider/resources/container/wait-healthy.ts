import { type ContainerInspect, isEngineError } from "../../../engine";
import type { Config } from "../../schema";
import { endOfLog, failed } from "./exit-code";
import { type Target, tryLog } from "./log";
import type { schema } from "./parts";

type Options = Pick<Config<typeof schema>, "name" | "wait_timeout">;

/** The container, once its health check passes. */
export async function waitHealthy(target: Target, { name, wait_timeout }: Options): Promise<ContainerInspect> {
  const { engine, id, signal } = target;
  const timeout = AbortSignal.timeout(wait_timeout * 1000);
  try {
    return await engine.untilHealthy(id, { signal: AbortSignal.any([signal, timeout]) });
  } catch (error) {
    if (signal.aborted || !isEngineError(error)) throw error;
    const { what, remedy } = timeout.aborted
      ? {
          what: `container "${name}" was not healthy within ${wait_timeout} s`,
          remedy: "Raise `wait_timeout` where it is only slow, or correct its `healthcheck`.",
        }
      : error;
    const found = await engine.containers.tryInspect(id, { signal });
    const log = found && endOfLog(await tryLog(target));
    throw failed(what, [lastSeen(found), log, remedy].filter(Boolean).join("\n"), "wait");
  }
}

/** Its health when it was last looked at, and what its last check said. */
export function lastSeen(found: ContainerInspect | undefined): string | undefined {
  if (!found) return "It is gone.";
  const { Health, Status, ExitCode } = found.State;
  const state = Status === "running" ? "running" : `${Status}, exit code ${ExitCode}`;
  if (!Health || Health.Status === "none") return `Last seen ${state}.`;
  const last = Health.Log?.at(-1);
  if (!last) return `Last seen ${state}, ${Health.Status}; it has not been checked yet.`;
  const said = last.Output?.trim();
  return `Last seen ${state}, ${Health.Status}; its last check exited with ${last.ExitCode}${said ? ` and printed: ${said}` : " and printed nothing"}.`;
}
