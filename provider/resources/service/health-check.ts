import type { HealthConfig } from "../../engine";
import { listOf } from "../../schema";
import { fromHealthConfig, healthCheckFields, toHealthConfig, validateTest } from "../health-check";
import { once, part } from "./part";

const fields = {
  healthcheck: listOf(
    healthCheckFields(
      (test) => (test.length === 0 ? undefined : validateTest(test)),
      " An empty list is the image's own test, with these intervals.",
    ),
    { max: 1, computed: true, doc: "Health check. Default: the image's." },
  ),
} as const;

export const healthCheck = part<typeof fields, HealthConfig | undefined>({
  fields,
  toEngine: (asked) => once(asked.healthcheck, toHealthConfig),
  fromEngine: (found) => ({ healthcheck: found ? [fromHealthConfig(found)] : [] }),
});
