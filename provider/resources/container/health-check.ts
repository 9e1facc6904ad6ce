import type { ContainerInspect, HealthConfig } from "../../engine";
import { type Call, type Config, listOf, number, string, stringList } from "../../schema";
import { formatDuration, sameDuration, tryDuration, validateDuration } from "../duration";
import { part } from "./part";

const MILLISECOND = 1e6;

/** The engine takes none that is shorter. */
const validateInterval = (text: string): string | undefined => {
  const length = tryDuration(text);
  if (length === undefined) return validateDuration(text);
  return length === 0 || length >= MILLISECOND ? undefined : `${text} is shorter than 1ms; write \`1ms\` or more`;
};

const duration = (doc: string) =>
  string({ optional: true, default: "0s", same: sameDuration, validate: validateInterval, doc });

const schema = {
  healthcheck: listOf(
    {
      test: stringList({
        required: true,
        validate: (test) =>
          ["CMD", "CMD-SHELL", "NONE"].includes(test[0] ?? "")
            ? undefined
            : `the test begins with ${JSON.stringify(test[0] ?? "")}; write \`["CMD", "PROGRAM", …]\`, \`["CMD-SHELL", "COMMAND LINE"]\`, or \`["NONE"]\` for no health check`,
        doc: 'Command that exits with 0 where all is well: `["CMD", "curl", "-f", "http://localhost"]`, `["CMD-SHELL", "curl -f http://localhost"]`, or `["NONE"]`.',
      }),
      interval: duration("Time between two checks. Default: the engine's, 30s."),
      timeout: duration("Time that one check may take. Default: the engine's, 30s."),
      start_period: duration("Time at the start in which failures do not count. Default: the engine's, none."),
      start_interval: duration(
        "Time between two checks within the start period. Needs an engine of API 1.44 (Docker 25); earlier ones leave it out.",
      ),
      retries: number({
        optional: true,
        default: 0,
        validate: (count) =>
          Number.isInteger(count) && count >= 0
            ? undefined
            : `${count} is no number of retries; write a whole number from 0 on`,
        doc: "Failures in a row that make it unhealthy. Default: the engine's, 3.",
      }),
    },
    { max: 1, computed: true, forceNew: true, doc: "Health check. Default: the image's, which is not shown." },
  ),
} as const;

/** How the engine finds out whether what runs in the container does its work. */
export const healthCheck = part({
  schema,

  request: ({ healthcheck: [check] }) => (check ? { config: { Healthcheck: toEngine(check) } } : {}),

  observe: ({ Config: { Healthcheck: found } }, asked) => {
    const wanted = asked?.healthcheck?.[0];
    const isTold = found && (wanted || !asked);
    return { healthcheck: isTold ? [fromEngine(found as HealthConfig, wanted)] : [] };
  },
});

/** Of a duration that has been validated. */
const nanoseconds = (text: string): number => tryDuration(text) ?? 0;

type Check = Config<typeof schema>["healthcheck"][number];

const toEngine = ({ test, interval, timeout, start_period, start_interval, retries }: Check): HealthConfig => ({
  Test: test,
  Interval: nanoseconds(interval),
  Timeout: nanoseconds(timeout),
  StartPeriod: nanoseconds(start_period),
  // Engines that know it refuse a zero beside API versions that do not.
  ...(nanoseconds(start_interval) > 0 ? { StartInterval: nanoseconds(start_interval) } : {}),
  Retries: retries,
});

const fromEngine = (found: HealthConfig, wanted: Check | undefined): Check => ({
  test: found.Test ?? [],
  interval: formatDuration(found.Interval ?? 0),
  timeout: formatDuration(found.Timeout ?? 0),
  start_period: formatDuration(found.StartPeriod ?? 0),
  start_interval: found.StartInterval ? formatDuration(found.StartInterval) : (wanted?.start_interval ?? "0s"),
  retries: found.Retries ?? 0,
});

/** Engines before API 1.44 leave the start interval out without a word. */
export function warnOfStartInterval(
  { warn }: Pick<Call, "warn">,
  { name, healthcheck: [check] }: { readonly name: string; readonly healthcheck: readonly Check[] },
  found: ContainerInspect,
): void {
  if (!check || nanoseconds(check.start_interval) === 0) return;
  if ((found.Config.Healthcheck as HealthConfig | undefined)?.StartInterval) return;
  warn(
    `container "${name}": start_interval has no effect on this engine`,
    "It needs API 1.44 (Docker 25). Remove `start_interval`, or use a newer engine.",
  );
}
