import type { Answer, ServiceSpecUpdateConfig } from "../../../engine";
import { sameDuration, writeDuration } from "../../../formats/duration";
import { type Config, listOf, number, string } from "../../schema";
import { oneOf, duration as validDuration, whole } from "../../schema/validators";
import { ratio } from "./checks";
import { duration, toNanoseconds } from "./durations";
import { once, part } from "./part";

/** The swarm's own, which it does not tell where nobody has asked for another one. */
const MONITOR = "5s";
const orUsual = (monitor: string): string => (sameDuration(monitor, "0s") ? MONITOR : monitor);

const fields = (failureActions: readonly string[]) =>
  ({
    parallelism: number({
      optional: true,
      default: 1,
      validate: whole(0),
      doc: "Tasks at once; 0 for all of them.",
    }),
    delay: duration("Time between two tasks.", "0s"),
    failure_action: string({
      optional: true,
      default: "pause",
      validate: oneOf(...failureActions),
      doc: `What happens when it fails: ${failureActions.map((action) => `\`${action}\``).join(", ")}.`,
    }),
    monitor: string({
      optional: true,
      default: MONITOR,
      same: (a, b) => sameDuration(orUsual(a), orUsual(b)),
      validate: validDuration(),
      doc: "How long a new task is watched for failure; `0s` is the swarm's own, 5 seconds.",
    }),
    max_failure_ratio: string({
      optional: true,
      default: "0.0",
      same: (a, b) => Number(a) === Number(b),
      validate: ratio,
      doc: 'Part of the tasks that may fail, from "0.0" to "1.0".',
    }),
    order: string({
      optional: true,
      default: "stop-first",
      validate: oneOf("stop-first", "start-first"),
      doc: "Whether the old task stops before the new one starts (`stop-first`), or after (`start-first`).",
    }),
  }) as const;

const updateFields = {
  update_config: listOf(fields(["continue", "pause", "rollback"]), {
    max: 1,
    emptyIsNone: true,
    doc: "How tasks are replaced when the service changes.",
  }),
} as const;

const rollbackFields = {
  rollback_config: listOf(fields(["continue", "pause"]), {
    max: 1,
    emptyIsNone: true,
    doc: "How tasks are replaced when a change is taken back.",
  }),
} as const;

type Policy = Config<ReturnType<typeof fields>>;

const toPolicy = (policy: Policy): ServiceSpecUpdateConfig => ({
  Parallelism: policy.parallelism,
  Delay: toNanoseconds(policy.delay),
  FailureAction: policy.failure_action as ServiceSpecUpdateConfig["FailureAction"],
  Monitor: toNanoseconds(policy.monitor),
  MaxFailureRatio: Number(policy.max_failure_ratio),
  Order: policy.order as ServiceSpecUpdateConfig["Order"],
});

const fromPolicy = (found: Answer<ServiceSpecUpdateConfig>): Policy => ({
  parallelism: found.Parallelism ?? 0,
  delay: writeDuration(found.Delay ?? 0),
  failure_action: found.FailureAction ?? "pause",
  monitor: writeDuration(found.Monitor ?? 0),
  max_failure_ratio: String(found.MaxFailureRatio ?? 0),
  order: found.Order ?? "stop-first",
});

/** Source: https://docs.docker.com/reference/cli/docker/service/update/ */
export const updateConfig = part<typeof updateFields, ServiceSpecUpdateConfig | undefined>({
  schema: updateFields,
  toEngine: ({ update_config }) => once(update_config, toPolicy),
  fromEngine: (found) => ({ update_config: found ? [fromPolicy(found)] : [] }),
});

/** Source: https://docs.docker.com/reference/cli/docker/service/rollback/ */
export const rollbackConfig = part<typeof rollbackFields, ServiceSpecUpdateConfig | undefined>({
  schema: rollbackFields,
  toEngine: ({ rollback_config }) => once(rollback_config, toPolicy),
  fromEngine: (found) => ({ rollback_config: found ? [fromPolicy(found)] : [] }),
});
