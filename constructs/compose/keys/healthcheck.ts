import { healthTest } from "./shapes/command";
import { fields } from "./shapes/fields";
import { duration, flag, integer } from "./shapes/scalars";

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const attribute = (name: string) => ({ becomes: `docker_service.task_spec.container_spec.healthcheck.${name}` });

/** How an engine sees whether a container is well. */
export const healthcheck = fields({
  disable: { shape: flag, swarm: attribute("test"), host: container("healthcheck.test") },
  test: { shape: healthTest, swarm: attribute("test"), host: container("healthcheck.test") },
  interval: { shape: duration, swarm: attribute("interval"), host: container("healthcheck.interval") },
  timeout: { shape: duration, swarm: attribute("timeout"), host: container("healthcheck.timeout") },
  retries: { shape: integer(), swarm: attribute("retries"), host: container("healthcheck.retries") },
  start_period: { shape: duration, swarm: attribute("start_period"), host: container("healthcheck.start_period") },
  start_interval: {
    shape: duration,
    swarm: attribute("start_interval"),
    host: container("healthcheck.start_interval"),
  },
});
