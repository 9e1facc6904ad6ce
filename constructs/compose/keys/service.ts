import { containerKeys } from "./container";
import { deploy } from "./deploy";
import { develop, postStart, preStop } from "./hooks";
import { byText } from "./identity";
import type { Key } from "./key";
import { unique } from "./merge-rule";
import { provider } from "./models";
import { restart } from "./restart";
import { dictionary, list, texts } from "./shapes/collections";
import { coveredFields, fields } from "./shapes/fields";
import { flag, integer, text } from "./shapes/scalars";
import { byKind, type Decoded, unlessEmpty } from "./shapes/shape";
import { workloadKeys } from "./workload";

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });

/** `extends` is carried out before; what is left of it was reported. */
const extended = byKind({
  scalar: text,
  mapping: fields({
    service: {
      shape: text,
      swarm: { does: "the service that is put under this one" },
      host: { does: "the service that is put under this one" },
    },
    file: { shape: text, swarm: { does: "the file that has it" }, host: { does: "the file that has it" } },
  }),
});

/** Every key of a service. @see https://docs.docker.com/reference/compose-file/services/ */
export const service = fields({
  ...containerKeys,
  ...workloadKeys,
  attach: {
    shape: flag,
    swarm: { ignored: "it is about what `docker compose up` prints; remove it" },
    host: { ignored: "it is about what `docker compose up` prints; remove it" },
  },
  container_name: {
    shape: text,
    swarm: { ignored: "tasks of a service are named by the swarm; reach the service by its own name" },
    host: container("name"),
  },
  deploy: {
    shape: deploy,
    swarm: { does: "its parts are converted one by one" },
    host: { does: "its parts are converted one by one" },
  },
  develop: {
    shape: develop,
    swarm: { ignored: "it is for `docker compose watch`; remove it" },
    host: { ignored: "it is for `docker compose watch`; remove it" },
  },
  extends: {
    shape: extended,
    swarm: { does: "the service that it names is put under this one" },
    host: { does: "the service that it names is put under this one" },
  },
  external_links: {
    shape: texts,
    merge: unique(byText),
    swarm: { ignored: "services on one network find each other by name; use an external network" },
    host: container("links"),
  },
  links: {
    shape: texts,
    merge: unique(byText),
    swarm: {
      ignored:
        "services on one network find each other by name; remove it, and write another name than the service's as an alias (`networks.NETWORK.aliases` of the other service)",
    },
    host: container("links"),
  },
  post_start: {
    shape: postStart,
    swarm: { refused: "start it from the image's entrypoint, or as a job with `deploy.mode: replicated-job`" },
    host: { becomes: "docker_exec" },
  },
  pre_start: {
    shape: list(coveredFields({ ...containerKeys, per_replica: flag })),
    swarm: {
      refused: "make it a service with `deploy.mode: replicated-job`, and name that under `depends_on`",
    },
    host: {
      refused:
        "make it a service of its own, and name that under `depends_on` with `condition: service_completed_successfully`",
    },
  },
  pre_stop: {
    shape: preStop,
    swarm: { refused: "do it when the task gets its `stop_signal`" },
    host: container("pre_stop"),
  },
  profiles: {
    shape: texts,
    merge: unique(byText),
    swarm: { does: "the service is left out unless one of its profiles is active" },
    host: { does: "the service is left out unless one of its profiles is active" },
  },
  provider: {
    shape: provider,
    swarm: { refused: "run what it provides as a service, or declare it as external" },
    host: { refused: "run what it provides as a service, or declare it as external" },
  },
  restart: {
    shape: unlessEmpty(restart),
    swarm: { becomes: "docker_service.task_spec.restart_policy" },
    host: container("restart"),
  },
  scale: {
    shape: integer(),
    swarm: { becomes: "docker_service.mode.replicated.replicas" },
    host: { does: "the number of containers" },
  },
});

export type Service = Decoded<typeof service>;

/** The networks that a service is on; one that names none is on `default`. */
export function networksOf({ networks }: Service): readonly string[] {
  const names = Object.keys(networks ?? {});
  return names.length > 0 ? names : ["default"];
}

/** Containers of a service on one engine: `deploy.replicas`, else `scale`, else one. */
export const replicasOf = ({ deploy, scale }: Service): number => deploy?.replicas ?? scale ?? 1;

/** A service, under the name that it has. */
export const serviceKey = {
  shape: service,
  swarm: { becomes: "docker_service.name" },
  host: { becomes: "docker_container.name" },
} satisfies Key;

export const services = dictionary(service, { swarm: serviceKey.swarm, host: serviceKey.host });
