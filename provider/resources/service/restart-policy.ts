import type { TaskSpecRestartPolicy } from "../../../engine";
import { listOf, number, string } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { fromOptional, optionalDuration, toNanoseconds } from "./durations";
import { once, part } from "./part";

const schema = {
  restart_policy: listOf(
    {
      condition: string({
        optional: true,
        zero: "any",
        validate: oneOf("none", "on-failure", "any"),
        doc: "When a task that ended is replaced: `any`, `on-failure` or `none`. Default: `any`.",
      }),
      delay: optionalDuration("Time before it is. Default: the swarm's, 5s."),
      max_attempts: number({
        optional: true,
        zero: 0,
        validate: whole(0),
        doc: "How often at the most; 0 for any number.",
      }),
      window: optionalDuration("Time within which attempts are counted. Default: for ever."),
    },
    { max: 1, computed: true, emptyIsNone: true, doc: "Whether tasks that ended are replaced." },
  ),
} as const;

/** Source: https://docs.docker.com/reference/cli/docker/service/create/ */
export const restartPolicy = part<typeof schema, TaskSpecRestartPolicy | undefined>({
  schema,

  // A delay that is left out is the swarm's own; 0 would be none.
  toEngine: (asked) =>
    once(asked.restart_policy, ({ condition, delay, max_attempts, window }) => ({
      Condition: condition as TaskSpecRestartPolicy["Condition"],
      Delay: toNanoseconds(delay),
      MaxAttempts: max_attempts,
      Window: toNanoseconds(window),
    })),

  fromEngine: (found) => ({
    restart_policy: found
      ? [
          {
            condition: found.Condition ?? "any",
            delay: fromOptional(found.Delay),
            max_attempts: found.MaxAttempts ?? 0,
            window: fromOptional(found.Window),
          },
        ]
      : [],
  }),
});
