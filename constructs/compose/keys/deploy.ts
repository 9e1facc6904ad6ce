import { byText } from "./identity";
import { unique } from "./merge-rule";
import { resources } from "./resources";
import { list, texts } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { labels } from "./shapes/pairs";
import { choice, duration, integer, looseChoice, number, text } from "./shapes/scalars";
import { unlessEmpty } from "./shapes/shape";

export const modes = ["replicated", "global", "replicated-job", "global-job"] as const;
export type Mode = (typeof modes)[number];

const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const task = (attribute: string) => service(`task_spec.${attribute}`);

const update = <const A extends string>(block: string, ...actions: readonly A[]) =>
  fields({
    parallelism: { shape: integer(), swarm: service(`${block}.parallelism`) },
    delay: { shape: duration, swarm: service(`${block}.delay`) },
    failure_action: { shape: unlessEmpty(choice(...actions)), swarm: service(`${block}.failure_action`) },
    monitor: { shape: duration, swarm: service(`${block}.monitor`) },
    max_failure_ratio: { shape: number(0, 1), swarm: service(`${block}.max_failure_ratio`) },
    order: { shape: choice("stop-first", "start-first"), swarm: service(`${block}.order`) },
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
