import type { HealthConfig } from "../../../engine";
import { readDuration } from "../../../formats/duration";
import { listOf } from "../../schema";
import { fromHealthConfig, type HealthCheck, healthCheckFields, toHealthConfig, validateTest } from "../health-check";
import { part } from "./part";

const schema = {
  healthcheck: listOf(healthCheckFields(complaintAbout, " None at all: the image's."), {
    max: 1,
    computed: true,
    forceNew: true,
    doc: "Health check. Default: the image's, which is not shown.",
  }),
} as const;

/** How the engine finds out whether what runs in the container does its work. */
export const healthCheck = part({
  schema,

  toEngine: ({ healthcheck: [check] }) => (check ? { config: { Healthcheck: toHealthConfig(check) } } : {}),

  fromEngine: ({ Config: { Healthcheck: found } }, asked) => {
    const wanted = asked?.healthcheck?.[0];
    const isTold = found && (wanted || !asked);
    return { healthcheck: isTold ? [asAsked(fromHealthConfig(found as HealthConfig, wanted), wanted)] : [] };
  },
});

/** No test asks for the image's. */
function complaintAbout(test: string[]): string | undefined {
  return test.length === 0 ? undefined : validateTest(test);
}

/** What the engine took from the image's health check, because nothing was asked, is not told. */
function asAsked(found: HealthCheck, wanted: HealthCheck | undefined): HealthCheck {
  if (!wanted) return found;
  const isLeft = (value: HealthCheck[keyof HealthCheck]) =>
    Array.isArray(value) ? value.length === 0 : value === 0 || readDuration(String(value)) === 0;
  return { ...found, ...Object.fromEntries(Object.entries(wanted).filter(([, value]) => isLeft(value))) };
}
