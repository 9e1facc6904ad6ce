import { writeDuration } from "../../../../formats/duration";
import type { Service } from "../../keys/service";
import { copy } from "../../terraform/blocks";
import type { ContainerArguments } from "./project-model";

/** What runs in a container, as whom, and when it is started again. */
export function processArguments(service: Service): ContainerArguments {
  const { logging, init, tty, stdin_open: stdinOpen, stop_grace_period: grace } = service;
  return {
    entrypoint: entrypoint(service),
    command: copy(service.command),
    env: environment(service),
    user: service.user || undefined,
    workingDir: service.working_dir || undefined,
    tty: tty || undefined,
    stdinOpen: stdinOpen || undefined,
    init,
    stopSignal: service.stop_signal || undefined,
    // docker_container takes 0 for the engine's default.
    stopTimeout: grace === undefined ? undefined : Math.max(1, Math.trunc(grace / SECOND)),
    destroyGraceSeconds: grace === undefined ? undefined : Math.trunc(grace / SECOND),
    healthcheck: healthcheck(service.healthcheck),
    logDriver: logging?.driver,
    logOpts: logging?.options && { ...logging.options },
    ...restart(service),
  };
}

/** An empty one takes away the image's. docker_container takes an empty list for nothing asked. */
const entrypoint = ({ entrypoint: said }: Service): string[] | undefined => (said?.length === 0 ? [""] : copy(said));

const SECOND = 1e9;

function environment({ environment: variables }: Service): string[] | undefined {
  const lines = Object.entries(variables ?? {}).map(([name, value]) => (value === null ? name : `${name}=${value}`));
  return lines.length > 0 ? lines : undefined;
}

const time = (nanoseconds: number | undefined) => (nanoseconds === undefined ? undefined : writeDuration(nanoseconds));

function healthcheck(health: Service["healthcheck"]): ContainerArguments["healthcheck"] {
  if (!health) return undefined;
  if (health.disable) return { test: ["NONE"] };
  return {
    test: copy(health.test) ?? [],
    interval: time(health.interval),
    timeout: time(health.timeout),
    retries: health.retries,
    startPeriod: time(health.start_period),
    startInterval: time(health.start_interval),
  };
}

const policies = { none: "no", any: "always", "on-failure": "on-failure" } as const;

/** `deploy.restart_policy`, else what `restart` says. Source: getRestartPolicy of docker/compose, pkg/compose/create.go */
function restart({ restart: said, deploy }: Service): ContainerArguments {
  const policy = deploy?.restart_policy;
  if (policy?.condition) return { restart: policies[policy.condition], maxRetryCount: policy.max_attempts };
  if (policy) return {};
  if (!said) return {};
  return { restart: said.unlessStopped ? "unless-stopped" : policies[said.condition], maxRetryCount: said.attempts };
}
