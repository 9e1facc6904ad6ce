import type { HealthConfig } from "../../engine";
import { listOf, number, stringList } from "../../schema";
import { wholeFrom } from "./checks";
import { duration, fromNanoseconds, toNanoseconds } from "./durations";
import { once, part } from "./part";

const fields = {
  healthcheck: listOf(
    {
      test: stringList({
        required: true,
        validate: ([kind = ""]) =>
          ["CMD", "CMD-SHELL", "NONE"].includes(kind)
            ? undefined
            : `the test begins with ${JSON.stringify(kind)}; write \`["CMD", "PROGRAM", …]\`, \`["CMD-SHELL", "COMMAND LINE"]\`, or \`["NONE"]\` for no health check`,
        doc: "Command that exits with 0 where all is well.",
      }),
      interval: duration("Time between two checks. Default: the engine's, 30s.", "0s"),
      timeout: duration("Time that one check may take. Default: the engine's, 30s.", "0s"),
      start_period: duration("Time at the start in which failures do not count.", "0s"),
      start_interval: duration("Time between two checks within it. Needs an engine of API 1.44 (Docker 25).", "0s"),
      retries: number({
        optional: true,
        default: 0,
        validate: wholeFrom(0),
        doc: "Failures in a row that make a task unhealthy. Default: the engine's, 3.",
      }),
    },
    { max: 1, computed: true, doc: "Health check. Default: the image's." },
  ),
} as const;

export const healthCheck = part<typeof fields, HealthConfig | undefined>({
  fields,

  toEngine: (asked) =>
    once(asked.healthcheck, ({ test, interval, timeout, start_period, start_interval, retries }) => ({
      Test: test,
      Interval: toNanoseconds(interval),
      Timeout: toNanoseconds(timeout),
      StartPeriod: toNanoseconds(start_period),
      StartInterval: toNanoseconds(start_interval) || undefined,
      Retries: retries,
    })),

  fromEngine: (found) => ({
    healthcheck: found
      ? [
          {
            test: found.Test ?? [],
            interval: fromNanoseconds(found.Interval ?? 0)!,
            timeout: fromNanoseconds(found.Timeout ?? 0)!,
            start_period: fromNanoseconds(found.StartPeriod ?? 0)!,
            start_interval: fromNanoseconds(found.StartInterval ?? 0)!,
            retries: found.Retries ?? 0,
          },
        ]
      : [],
  }),
});
