import { build } from "./build";
import { healthcheck } from "./healthcheck";
import { byPort, byText } from "./identity";
import { unique } from "./merge-rule";
import { ports } from "./ports";
import { dependencies } from "./references";
import { list } from "./shapes/collections";
import { keys } from "./shapes/fields";
import { anyText, flag } from "./shapes/scalars";

const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const attribute = (path: string) => service(`task_spec.container_spec.${path}`);
const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });

/** Keys of a service and a job that what runs before a service has not. */
export const workloadKeys = keys({
  build: {
    shape: build,
    swarm: {
      whereBuilt: { does: "the image is built on the cluster's first node, and pushed to its registry" },
      elsewhere: {
        ignored:
          "a swarm builds no images; build and push the image that `image` names, or give the stack a cluster that builds it, `engine: cluster`",
      },
    },
    host: { does: "the image is built on the engine" },
  },
  depends_on: {
    shape: dependencies,
    swarm: { does: "the service is made after those it depends on have converged, and destroyed before them" },
    host: { does: "the containers are made after those they depend on are started, healthy, or have ended with 0" },
  },
  expose: {
    shape: list(anyText),
    merge: unique(byText),
    swarm: { ignored: "services on one network reach each other on every port; remove it" },
    host: container("expose"),
  },
  healthcheck: { shape: healthcheck, swarm: attribute("healthcheck"), host: container("healthcheck") },
  ports: { shape: ports, merge: unique(byPort), swarm: service("endpoint_spec.ports"), host: container("ports") },
  stdin_open: { shape: flag, swarm: attribute("open_stdin"), host: container("stdin_open") },
  tty: { shape: flag, swarm: attribute("tty"), host: container("tty") },
});
