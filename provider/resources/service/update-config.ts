import type { ServiceSpecUpdateConfig } from "../../../engine";
import { listOf, number, string } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { ratio } from "./checks";
import { duration, fromNanoseconds, toNanoseconds } from "./durations";
import { once, part } from "./part";

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
    monitor: duration("How long a new task is watched for failure.", "5s"),
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

/** Source: https://docs.docker.com/reference/cli/docker/service/update/ */
const block = <const Name extends "update_config" | "rollback_config">(
  name: Name,
  doc: string,
  failureActions: readonly string[],
) => {
  const inner = fields(failureActions);
  const schema = { [name]: listOf(inner, { max: 1, emptyIsNone: true, doc }) } as {
    readonly [N in Name]: ReturnType<typeof listOf<typeof inner>>;
  };
  type Block = {
    parallelism: number;
    delay: string;
    failure_action: string;
    monitor: string;
    max_failure_ratio: string;
    order: string;
  };
  return part<typeof schema, ServiceSpecUpdateConfig | undefined>({
    schema,
    toEngine: (asked) =>
      once((asked as { [key: string]: Block[] })[name] ?? [], (config) => ({
        Parallelism: config.parallelism,
        Delay: toNanoseconds(config.delay),
        FailureAction: config.failure_action as ServiceSpecUpdateConfig["FailureAction"],
        Monitor: toNanoseconds(config.monitor),
        MaxFailureRatio: Number(config.max_failure_ratio),
        Order: config.order as ServiceSpecUpdateConfig["Order"],
      })),
    fromEngine: (found) =>
      ({
        [name]: found
          ? [
              {
                parallelism: found.Parallelism ?? 0,
                delay: fromNanoseconds(found.Delay ?? 0),
                failure_action: found.FailureAction ?? "pause",
                monitor: fromNanoseconds(found.Monitor ?? 0),
                max_failure_ratio: String(found.MaxFailureRatio ?? 0),
                order: found.Order ?? "stop-first",
              },
            ]
          : [],
      }) as never,
  });
};

export const updateConfig = block("update_config", "How tasks are replaced when the service changes.", [
  "continue",
  "pause",
  "rollback",
]);
export const rollbackConfig = block("rollback_config", "How tasks are replaced when a change is taken back.", [
  "continue",
  "pause",
]);
