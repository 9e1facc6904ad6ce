import { bySubnet } from "./identity";
import { jobs } from "./jobs";
import { unique } from "./merge-rule";
import { models } from "./models";
import { services } from "./service";
import { dictionary, list, oneOrTexts } from "./shapes/collections";
import { fields } from "./shapes/fields";
import { labels, options } from "./shapes/pairs";
import { anyText, flag, text } from "./shapes/scalars";
import { byKind, type Decoded, mapped, unlessEmpty } from "./shapes/shape";

/** A name, a driver and the like; an empty one is as good as none. */
const filled = unlessEmpty(text);

interface External {
  readonly is: boolean;
  readonly name?: string;
}

const externalName = fields({ name: { shape: filled, swarm: { does: "the name that it has" } } });

/** `true`, or a mapping with the name that it has; false is as good as nothing. */
const external = byKind({
  scalar: mapped(flag, (value): External => ({ is: value })),
  mapping: mapped(externalName, ({ name }): External => ({ is: true, name })),
});

const network = (attribute: string) => ({ becomes: `docker_network.${attribute}` });
const volume = (attribute: string) => ({ becomes: `docker_volume.${attribute}` });
const secret = (attribute: string) => ({ becomes: `docker_secret.${attribute}` });
const config = (attribute: string) => ({ becomes: `docker_config.${attribute}` });

const ipamConfig = fields({
  subnet: { shape: text, swarm: network("ipam_config.subnet") },
  ip_range: { shape: text, swarm: network("ipam_config.ip_range") },
  gateway: { shape: text, swarm: network("ipam_config.gateway") },
  aux_addresses: { shape: options, swarm: network("ipam_config.aux_address") },
});

const ipam = fields({
  driver: { shape: filled, swarm: network("ipam_driver") },
  config: { shape: list(ipamConfig), merge: unique(bySubnet), swarm: network("ipam_config") },
  options: { shape: options, swarm: network("ipam_options") },
});

const networkKeys = fields({
  name: { shape: filled, swarm: network("name") },
  driver: { shape: filled, swarm: network("driver") },
  driver_opts: { shape: options, swarm: network("options") },
  ipam: { shape: ipam, swarm: network("ipam_config") },
  external: { shape: external, swarm: { does: "the network is used by its name, and not made" } },
  internal: { shape: flag, swarm: network("internal") },
  enable_ipv4: { shape: flag, swarm: network("ipv4") },
  enable_ipv6: { shape: flag, swarm: network("ipv6") },
  attachable: { shape: flag, swarm: network("attachable") },
  labels: { shape: labels, swarm: network("labels") },
});

const volumeKeys = fields({
  name: { shape: filled, swarm: volume("name") },
  driver: { shape: filled, swarm: volume("driver") },
  driver_opts: { shape: options, swarm: volume("driver_opts") },
  external: { shape: external, swarm: { does: "the volume is used by its name, and not made" } },
  labels: { shape: labels, swarm: volume("labels") },
});

const secretKeys = fields({
  name: { shape: filled, swarm: secret("name") },
  environment: { shape: filled, swarm: secret("data") },
  file: { shape: filled, swarm: secret("data") },
  external: { shape: external, swarm: { does: "the secret is looked up by its name, and not made" } },
  labels: { shape: labels, swarm: secret("labels") },
  driver: { shape: filled, swarm: secret("driver") },
  driver_opts: { shape: options, swarm: secret("driver_opts") },
  template_driver: { shape: filled, swarm: secret("template_driver") },
});

const configKeys = fields({
  name: { shape: filled, swarm: config("name") },
  content: { shape: text, swarm: config("data") },
  environment: { shape: filled, swarm: config("data") },
  file: { shape: filled, swarm: config("data") },
  external: { shape: external, swarm: { does: "the config is looked up by its name, and not made" } },
  labels: { shape: labels, swarm: config("labels") },
  template_driver: { shape: filled, swarm: config("template_driver") },
});

/** `include` is carried out before; what is left of it was reported. */
const included = list(
  byKind({
    scalar: text,
    mapping: fields({
      path: { shape: oneOrTexts, swarm: { does: "the files, as one project" } },
      env_file: { shape: oneOrTexts, swarm: { does: "their variables, under this file's" } },
      project_directory: { shape: text, swarm: { does: "what their relative paths are relative to" } },
    }),
  }),
);

const empty = () => ({});

/** Every key of a Compose file. @see https://docs.docker.com/reference/compose-file/ */
export const project = fields({
  version: { shape: anyText, swarm: { does: "it says nothing any more" } },
  name: { shape: filled, swarm: { does: "the name of the stack, where the construct is given none" } },
  include: { shape: included, swarm: { does: "the files are read into this one" } },
  services: { shape: services, swarm: { becomes: "docker_service" } },
  jobs: {
    shape: jobs,
    swarm: {
      ignored:
        "a swarm runs what is deployed at once, and nothing on a schedule; run one as a service with `deploy.mode: replicated-job`",
    },
  },
  models: { shape: models, swarm: { ignored: "a swarm runs none; run the model as a service of its own" } },
  networks: {
    shape: dictionary(networkKeys, { empty, swarm: network("name") }),
    swarm: { becomes: "docker_network" },
  },
  volumes: {
    shape: dictionary(volumeKeys, { empty, swarm: volume("name") }),
    swarm: { becomes: "docker_volume" },
  },
  secrets: { shape: dictionary(secretKeys, { swarm: secret("name") }), swarm: { becomes: "docker_secret" } },
  configs: { shape: dictionary(configKeys, { swarm: config("name") }), swarm: { becomes: "docker_config" } },
});

export type Project = Decoded<typeof project>;
export type Network = Decoded<typeof networkKeys>;
export type Volume = Decoded<typeof volumeKeys>;
export type Secret = Decoded<typeof secretKeys>;
export type Config = Decoded<typeof configKeys>;
