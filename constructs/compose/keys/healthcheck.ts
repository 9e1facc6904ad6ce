import { healthTest } from "./shapes/command";
import { fields } from "./shapes/fields";
import { duration, flag, integer } from "./shapes/scalars";

const attribute = (name: string) => ({ becomes: `docker_service.task_spec.container_spec.healthcheck.${name}` });

/** How an engine sees whether a container is well. */
export const healthcheck = fields({
  disable: { shape: flag, swarm: attribute("test") },
  test: { shape: healthTest, swarm: attribute("test") },
  interval: { shape: duration, swarm: attribute("interval") },
  timeout: { shape: duration, swarm: attribute("timeout") },
  retries: { shape: integer(), swarm: attribute("retries") },
  start_period: { shape: duration, swarm: attribute("start_period") },
  start_interval: { shape: duration, swarm: attribute("start_interval") },
});
