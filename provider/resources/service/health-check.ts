import type { Answer, HealthConfig } from "../../../engine";
import { listOf } from "../../schema";
import { fromHealthConfig, healthCheckFields, toHealthConfig, validateTest } from "../health-check";
import { once, part } from "./part";

const schema = {
  healthcheck: listOf(
    healthCheckFields(
      (test) => (test.length === 0 ? undefined : validateTest(test)),
      " An empty list is the image's own test, with these intervals.",
    ),
    { max: 1, computed: true, adds: true, emptyIsNone: true, doc: "Health check. Default: the image's." },
  ),
} as const;

export const healthCheck = part<typeof schema, HealthConfig | undefined>({
  schema,
  toEngine: (asked) => once(asked.healthcheck, toHealthConfig),
  fromEngine: (found) => ({ healthcheck: found ? [told(found)] : [] }),
});

/** An engine that does not know the start interval does not tell it. */
function told(found: Answer<HealthConfig>) {
  const { start_interval: interval, ...check } = fromHealthConfig(found);
  return found.StartInterval ? { ...check, start_interval: interval } : check;
}
