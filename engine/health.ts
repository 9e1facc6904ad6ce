import type { ContainerInspect } from "./api-types";
import type { CallOptions } from "./client";
import { EngineError, type EngineErrorFields } from "./errors";
import type { Containers } from "./groups/containers";
import type { UntilOptions } from "./until";

/** What of an engine the wait uses. */
export interface WatchedEngine {
  readonly url: string;
  readonly containers: Pick<Containers, "inspect">;
  until<T>(options: UntilOptions, look: () => Promise<T | undefined>): Promise<T>;
}

/** After these the container's health, or its chance to become healthy, may be another. */
const events = ["start", "die", "destroy", "pause", "unpause", "health_status"];

/** States that a health check can still be waited for in. */
const hopeful: readonly string[] = ["created", "running", "restarting"];

export function untilHealthy(
  engine: WatchedEngine,
  container: string,
  { signal }: CallOptions = {},
): Promise<ContainerInspect> {
  const filters = { type: "container", container, event: events };
  return engine.until({ filters, signal }, async () => {
    const found = await engine.containers.inspect(container, { signal });
    const hopeless = reason(found);
    if (hopeless)
      throw new EngineError({ ...hopeless, object: { kind: "container", name: container }, address: engine.url });
    return found.State.Health?.Status === "healthy" ? found : undefined;
  });
}

/** Why the container will not become healthy by itself. */
function reason({ Name, State, Config }: ContainerInspect): EngineErrorFields | undefined {
  const subject = `container ${JSON.stringify(Name.replace(/^\//, ""))}`;
  const state = State.Status ?? "gone";
  if (!hopeful.includes(state))
    return {
      code: "container-stopped",
      what: `${subject} is ${state} (exit code ${State.ExitCode}), it will not become healthy`,
      remedy: "Its log says why it ended (`docker logs`).",
      engineMessage: State.Error || undefined,
    };
  const status = State.Health?.Status ?? "none";
  if (status === "unhealthy")
    return {
      code: "unhealthy",
      what: `${subject} is unhealthy: its health check failed ${State.Health?.FailingStreak} times in a row`,
      remedy:
        "The output of its health check says why; give it more retries or a longer start period where it only is slow.",
      engineMessage: State.Health?.Log?.at(-1)?.Output?.trim() || undefined,
    };
  const test = Config.Healthcheck?.Test?.[0];
  if (status === "none" && state === "running" && (test === undefined || test === "NONE"))
    return {
      code: "bad-request",
      what: `${subject} has no health check to wait for`,
      remedy: "Give it one (`healthcheck`), or do not wait for it.",
    };
  return undefined;
}
