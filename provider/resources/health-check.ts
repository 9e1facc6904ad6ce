import type { Answer, HealthConfig } from "../../engine";
import { readDuration, sameDuration, writeDuration } from "../../formats/duration";
import { number, string, stringList } from "../schema";
import { duration, whole } from "../schema/validators";

/** In nanoseconds: the engine takes none that is shorter. */
const MILLISECOND = 1e6;

const interval = (doc: string) =>
  string({
    optional: true,
    default: "0s",
    same: sameDuration,
    validate: duration({ from: MILLISECOND, orNone: true }),
    doc,
  });

const KINDS = ["CMD", "CMD-SHELL", "NONE"];

/** Says what is wrong with a test that is there. */
export const validateTest = ([kind = ""]: readonly string[]): string | undefined =>
  KINDS.includes(kind)
    ? undefined
    : `the test begins with ${JSON.stringify(kind)}; write \`["CMD", "PROGRAM", …]\`, \`["CMD-SHELL", "COMMAND LINE"]\`, or \`["NONE"]\` for no health check`;

/**
 * Attributes of a health check.
 *
 * @param validate of the test
 * @param more about the test
 */
export const healthCheckFields = (validate: (test: string[]) => string | undefined, more = "") =>
  ({
    test: stringList({
      optional: true,
      zero: [],
      validate,
      doc: `Command that exits with 0 where all is well: \`["CMD", "curl", "-f", "http://localhost"]\`, \`["CMD-SHELL", "curl -f http://localhost"]\`, or \`["NONE"]\`.${more}`,
    }),
    interval: interval("Time between two checks. Default: the engine's, 30s."),
    timeout: interval("Time that one check may take. Default: the engine's, 30s."),
    start_period: interval("Time at the start in which failures do not count. Default: the engine's, none."),
    start_interval: interval(
      "Time between two checks within the start period. Needs an engine of API 1.44 (Docker 25): of a container an earlier one refuses it, of a service it leaves it out.",
    ),
    retries: number({
      optional: true,
      default: 0,
      validate: whole(0),
      doc: "Failures in a row that make it unhealthy. Default: the engine's, 3.",
    }),
  }) as const;

/** A health check as the configuration has it. */
export interface HealthCheck {
  readonly test?: string[];
  readonly interval: string;
  readonly timeout: string;
  readonly start_period: string;
  readonly start_interval: string;
  readonly retries: number;
}

/** Of a duration that has been validated. */
const nanoseconds = (text: string): number => readDuration(text) ?? 0;

export const hasStartInterval = ({ start_interval }: HealthCheck): boolean => nanoseconds(start_interval) > 0;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.47/#tag/Container/operation/ContainerCreate */
export const toHealthConfig = (check: HealthCheck): HealthConfig => ({
  Test: check.test ?? [],
  Interval: nanoseconds(check.interval),
  Timeout: nanoseconds(check.timeout),
  StartPeriod: nanoseconds(check.start_period),
  // Engines that know it refuse a zero beside API versions that do not.
  ...(hasStartInterval(check) ? { StartInterval: nanoseconds(check.start_interval) } : {}),
  Retries: check.retries,
});

/** @param wanted what was asked: an engine that does not know the start interval does not tell it */
export const fromHealthConfig = (found: Answer<HealthConfig>, wanted?: HealthCheck): HealthCheck => ({
  test: found.Test ?? [],
  interval: writeDuration(found.Interval ?? 0),
  timeout: writeDuration(found.Timeout ?? 0),
  start_period: writeDuration(found.StartPeriod ?? 0),
  start_interval: found.StartInterval ? writeDuration(found.StartInterval) : (wanted?.start_interval ?? "0s"),
  retries: found.Retries ?? 0,
});
