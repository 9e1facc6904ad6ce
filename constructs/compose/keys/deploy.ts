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

const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const task = (attribute: string) => service(`task_spec.${attribute}`);
const resource = (attribute: string) => task(`resources.${attribute}`);
const discrete = resource("reservation.generic_resources.discrete_resources_spec");

const update = <const A extends string>(block: string, ...actions: readonly A[]) =>
  fields({
    parallelism: { shape: integer(), swarm: service(`${block}.parallelism`) },
    delay: { shape: duration, swarm: service(`${block}.delay`) },
    failure_action: { shape: unlessEmpty(choice(...actions)), swarm: service(`${block}.failure_action`) },
    monitor: { shape: duration, swarm: service(`${block}.monitor`) },
    max_failure_ratio: { shape: number(0, 1), swarm: service(`${block}.max_failure_ratio`) },
    order: { shape: choice("stop-first", "start-first"), swarm: service(`${block}.order`) },
  });

/** Billionths of a CPU. */
const cpus: Shape<number> = mapped(number(0), (value) => Math.round(value * 1e9));

const limits = fields({
  cpus: { shape: unlessEmpty(cpus), swarm: resource("limits.nano_cpus") },
  memory: { shape: size, swarm: resource("limits.memory_bytes") },
  pids: { shape: integer(-1), swarm: resource("limits.pids") },
});

const discreteResource = fields(
  { kind: { shape: text, swarm: discrete }, value: { shape: integer(), swarm: discrete } },
  "kind",
  "value",
);

const reservations = fields({
  cpus: { shape: unlessEmpty(cpus), swarm: resource("reservation.nano_cpus") },
  memory: { shape: size, swarm: resource("reservation.memory_bytes") },
  generic_resources: {
    shape: list(fields({ discrete_resource_spec: { shape: discreteResource, swarm: discrete } })),
    swarm: resource("reservation.generic_resources"),
  },
  devices: {
    shape: devices,
    swarm: {
      refused:
        "declare the devices as `node-generic-resources` in the nodes' daemon.json and reserve them under `generic_resources`",
    },
  },
});

/** What a task may use, and what is kept for it. */
const resources = fields({
  limits: { shape: limits, swarm: resource("limits") },
  reservations: { shape: reservations, swarm: resource("reservation") },
});

const restartPolicy = fields({
  condition: {
    shape: unlessEmpty(choice("none", "on-failure", "any")),
    swarm: task("restart_policy.condition"),
  },
  delay: { shape: duration, swarm: task("restart_policy.delay") },
  max_attempts: { shape: integer(), swarm: task("restart_policy.max_attempts") },
  window: { shape: duration, swarm: task("restart_policy.window") },
});

const placement = fields({
  constraints: { shape: texts, merge: unique(byText), swarm: task("placement.constraints") },
  preferences: {
    shape: list(fields({ spread: { shape: text, swarm: task("placement.prefs") } })),
    swarm: task("placement.prefs"),
  },
  max_replicas_per_node: { shape: integer(), swarm: task("placement.max_replicas") },
});

/** Every key of `deploy`. @see https://docs.docker.com/reference/compose-file/deploy/ */
export const deploy = fields({
  mode: { shape: unlessEmpty(choice(...modes)), swarm: service("mode") },
  endpoint_mode: { shape: unlessEmpty(looseChoice("vip", "dnsrr")), swarm: service("endpoint_spec.mode") },
  replicas: { shape: integer(), swarm: service("mode.replicated.replicas") },
  labels: { shape: labels, swarm: service("labels") },
  update_config: { shape: update("update_config", "pause", "continue", "rollback"), swarm: service("update_config") },
  rollback_config: { shape: update("rollback_config", "pause", "continue"), swarm: service("rollback_config") },
  resources: { shape: resources, swarm: task("resources") },
  restart_policy: { shape: restartPolicy, swarm: task("restart_policy") },
  placement: { shape: placement, swarm: task("placement") },
});
