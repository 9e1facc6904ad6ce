import { fileMode } from "./file-mode";
import { byText } from "./identity";
import { unique } from "./merge-rule";
import { list, named, texts } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { options } from "./shapes/pairs";
import { anyText, choice, flag, number, text } from "./shapes/scalars";
import { byKind, mapped, type Shape } from "./shapes/shape";
import type { SupportByTarget } from "./support";

/** A secret or config that a service is given as a file. */
export interface FileReference {
  /** Key under top-level `secrets` or `configs`. */
  readonly source: string;
  /** Path in the container; a secret's is relative to /run/secrets. */
  readonly target?: string;
  readonly uid?: string;
  readonly gid?: string;
  readonly mode?: number;
}

/** A list of names, or of mappings whose keys become what is said of each. */
export const fileReferences = (
  support: Readonly<Record<keyof FileReference, SupportByTarget>>,
): Shape<readonly FileReference[]> =>
  list(
    byKind({
      scalar: mapped(text, (source): FileReference => ({ source })),
      mapping: fields(
        {
          source: { shape: text, ...support.source },
          target: { shape: text, ...support.target },
          uid: { shape: anyText, ...support.uid },
          gid: { shape: anyText, ...support.gid },
          mode: { shape: fileMode, ...support.mode },
        },
        "source",
      ),
    }),
  );

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const attachment = (attribute: string) => ({ becomes: `docker_service.task_spec.networks_advanced.${attribute}` });
const byName = { ignored: "the swarm gives addresses; reach the service by its name" };
const bySwarm = { ignored: "the swarm gives addresses; remove it" };

/** How a service is attached to a network. */
export const attachments = named(
  fields({
    aliases: {
      shape: texts,
      merge: unique(byText),
      swarm: attachment("aliases"),
      host: container("networks_advanced.aliases"),
    },
    interface_name: {
      shape: text,
      swarm: { ignored: "the swarm names interfaces; remove it" },
      host: container("networks_advanced.driver_opts"),
    },
    ipv4_address: { shape: text, swarm: byName, host: container("networks_advanced.ipv4_address") },
    ipv6_address: { shape: text, swarm: byName, host: container("networks_advanced.ipv6_address") },
    link_local_ips: { shape: texts, swarm: bySwarm, host: container("networks_advanced.link_local_ips") },
    mac_address: { shape: text, swarm: bySwarm, host: container("networks_advanced.mac_address") },
    driver_opts: { shape: options, swarm: attachment("driver_opts"), host: container("networks_advanced.driver_opts") },
    priority: {
      shape: number(Number.MIN_SAFE_INTEGER),
      swarm: { ignored: "the swarm decides the order; remove it" },
      host: { does: "the container is made on the network of the highest" },
    },
    gw_priority: {
      shape: number(Number.MIN_SAFE_INTEGER),
      swarm: { ignored: "the swarm decides the gateway; remove it" },
      host: container("networks_advanced.gw_priority"),
    },
    use_service_name_alias: {
      shape: flag,
      swarm: { ignored: "a service of a swarm always has its name as an alias; remove it", usual: true },
      host: { does: "false: the service is not known by its name there" },
    },
  }),
  {},
  { swarm: attachment("name"), host: container("networks_advanced.name") },
);

export const conditions = ["service_started", "service_healthy", "service_completed_successfully"] as const;

export const dependencies = named(
  fields(
    {
      restart: {
        shape: flag,
        swarm: { ignored: "a service is updated on its own; let it reconnect" },
        host: { does: "true: the containers are stopped and started when the dependency is another container" },
      },
      required: {
        shape: flag,
        swarm: { does: "false: the dependency may be missing or inactive" },
        host: { does: "false: the dependency may be missing or inactive" },
      },
      condition: {
        shape: choice(...conditions),
        swarm: {
          does: "each is what convergence waits for: running, healthy where there is a health test, a job's end",
        },
        host: { does: "started, healthy, or ended with 0" },
      },
    },
    "condition",
  ),
  { condition: conditions[0], required: true },
);
