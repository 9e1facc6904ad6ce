import { fields, labels, list, options, texts } from "./collections";
import { anyText, choice, duration, integer, looseChoice, number, size, text } from "./scalars";
import { byKind, mapped, type Shape, unlessEmpty } from "./shape";

export const modes = ["replicated", "global", "replicated-job", "global-job"] as const;
export type Mode = (typeof modes)[number];

const update = <const A extends string>(...actions: readonly A[]) =>
  fields({
    parallelism: integer(),
    delay: duration,
    failure_action: unlessEmpty(choice(...actions)),
    monitor: duration,
    max_failure_ratio: number(0, 1),
    order: choice("stop-first", "start-first"),
  });

/** Billionths of a CPU. */
export const cpus: Shape<number> = mapped(number(0), (value) => Math.round(value * 1e9));

export const devices = list(
  fields({
    capabilities: texts,
    count: anyText,
    device_ids: texts,
    driver: text,
    options: byKind({ mapping: options, sequence: labels }),
  }),
);

const resources = fields({
  limits: fields({ cpus: unlessEmpty(cpus), memory: size, pids: integer(-1) }),
  reservations: fields({
    cpus: unlessEmpty(cpus),
    memory: size,
    generic_resources: list(
      fields({ discrete_resource_spec: fields({ kind: text, value: integer() }, "kind", "value") }),
    ),
    devices,
  }),
});

export const deploy = fields({
  mode: unlessEmpty(choice(...modes)),
  endpoint_mode: unlessEmpty(looseChoice("vip", "dnsrr")),
  replicas: integer(),
  labels,
  update_config: update("pause", "continue", "rollback"),
  rollback_config: update("pause", "continue"),
  resources,
  restart_policy: fields({
    condition: unlessEmpty(choice("none", "on-failure", "any")),
    delay: duration,
    max_attempts: integer(),
    window: duration,
  }),
  placement: fields({
    constraints: texts,
    preferences: list(fields({ spread: text })),
    max_replicas_per_node: integer(),
  }),
});
