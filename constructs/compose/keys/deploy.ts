import { devices } from "./devices";
import { byText } from "./identity";
import { unique } from "./merge-rule";
import { list, texts } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { labels } from "./shapes/pairs";
import { choice, duration, integer, looseChoice, number, size, text } from "./shapes/scalars";
import { mapped, type Shape, unlessEmpty } from "./shapes/shape";

export const modes = ["replicated", "global", "replicated-job", "global-job"] as const;
export type Mode = (typeof modes)[number];

const ofSwarm = { ignored: "it is a swarm's, and one engine has nothing of it; remove it" };
const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const task = (attribute: string) => service(`task_spec.${attribute}`);
const resource = (attribute: string) => task(`resources.${attribute}`);
const discrete = resource("reservation.generic_resources.discrete_resources_spec");

const update = <const A extends string>(block: string, ...actions: readonly A[]) =>
  fields({
    parallelism: { shape: integer(), swarm: service(`${block}.parallelism`), host: ofSwarm },
    delay: { shape: duration, swarm: service(`${block}.delay`), host: ofSwarm },
    failure_action: {
      shape: unlessEmpty(choice(...actions)),
      swarm: service(`${block}.failure_action`),
      host: ofSwarm,
    },
    monitor: { shape: duration, swarm: service(`${block}.monitor`), host: ofSwarm },
    max_failure_ratio: { shape: number(0, 1), swarm: service(`${block}.max_failure_ratio`), host: ofSwarm },
    order: { shape: choice("stop-first", "start-first"), swarm: service(`${block}.order`), host: ofSwarm },
  });

/** Billionths of a CPU. */
const cpus: Shape<number> = mapped(number(0), (value) => Math.round(value * 1e9));

const limits = fields({
  cpus: { shape: unlessEmpty(cpus), swarm: resource("limits.nano_cpus"), host: container("cpus") },
  memory: { shape: size, swarm: resource("limits.memory_bytes"), host: container("memory") },
  pids: { shape: integer(-1), swarm: resource("limits.pids"), host: container("pids_limit") },
});

const discreteResource = fields(
  {
    kind: { shape: text, swarm: discrete, host: ofSwarm },
    value: { shape: integer(), swarm: discrete, host: ofSwarm },
  },
  "kind",
  "value",
);

const reservations = fields({
  cpus: {
    shape: unlessEmpty(cpus),
    swarm: resource("reservation.nano_cpus"),
    host: { ignored: "an engine reserves no CPUs; use `cpu_shares`" },
  },
  memory: { shape: size, swarm: resource("reservation.memory_bytes"), host: container("memory_reservation") },
  generic_resources: {
    shape: list(fields({ discrete_resource_spec: { shape: discreteResource, swarm: discrete, host: ofSwarm } })),
    swarm: resource("reservation.generic_resources"),
    host: ofSwarm,
  },
  devices: {
    shape: devices,
    swarm: {
      refused:
        "declare the devices as `node-generic-resources` in the nodes' daemon.json and reserve them under `generic_resources`",
    },
    host: container("device_requests"),
  },
});

/** What a task may use, and what is kept for it. */
const resources = fields({
  limits: { shape: limits, swarm: resource("limits"), host: { does: "they win over the service's own keys" } },
  reservations: {
    shape: reservations,
    swarm: resource("reservation"),
    host: { does: "they win over the service's own keys" },
  },
});

const restartPolicy = fields({
  condition: {
    shape: unlessEmpty(choice("none", "on-failure", "any")),
    swarm: task("restart_policy.condition"),
    host: container("restart"),
  },
  delay: {
    shape: duration,
    swarm: task("restart_policy.delay"),
    host: { ignored: "an engine waits as it thinks fit; remove it" },
  },
  max_attempts: { shape: integer(), swarm: task("restart_policy.max_attempts"), host: container("max_retry_count") },
  window: {
    shape: duration,
    swarm: task("restart_policy.window"),
    host: { ignored: "an engine waits as it thinks fit; remove it" },
  },
});

const placement = fields({
  constraints: { shape: texts, merge: unique(byText), swarm: task("placement.constraints"), host: ofSwarm },
  preferences: {
    shape: list(fields({ spread: { shape: text, swarm: task("placement.prefs"), host: ofSwarm } })),
    swarm: task("placement.prefs"),
    host: ofSwarm,
  },
  max_replicas_per_node: { shape: integer(), swarm: task("placement.max_replicas"), host: ofSwarm },
});

/** Every key of `deploy`. @see https://docs.docker.com/reference/compose-file/deploy/ */
export const deploy = fields({
  mode: {
    shape: unlessEmpty(choice(...modes)),
    swarm: service("mode"),
    host: {
      ignored:
        "a service of one engine has as many containers as `replicas` says; run a job as a dependency with `condition: service_completed_successfully`",
      otherwise: [[/^replicated$/, "it is what a service is anyway; remove it"]],
    },
  },
  endpoint_mode: {
    shape: unlessEmpty(looseChoice("vip", "dnsrr")),
    swarm: service("endpoint_spec.mode"),
    host: ofSwarm,
  },
  replicas: {
    shape: integer(),
    swarm: service("mode.replicated.replicas"),
    host: { does: "the number of containers" },
  },
  labels: {
    shape: labels,
    swarm: service("labels"),
    host: { ignored: "they are a service's of a swarm; use the container's `labels`" },
  },
  update_config: {
    shape: update("update_config", "pause", "continue", "rollback"),
    swarm: service("update_config"),
    host: ofSwarm,
  },
  rollback_config: {
    shape: update("rollback_config", "pause", "continue"),
    swarm: service("rollback_config"),
    host: ofSwarm,
  },
  resources: { shape: resources, swarm: task("resources"), host: { does: "its parts are the container's" } },
  restart_policy: { shape: restartPolicy, swarm: task("restart_policy"), host: container("restart") },
  placement: { shape: placement, swarm: task("placement"), host: ofSwarm },
});
