import { bySubnet } from "./identity";
import { jobs } from "./jobs";
import { joined } from "./merge-rule";
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

const externalName = fields({
  name: { shape: filled, swarm: { does: "the name that it has" }, host: { does: "the name that it has" } },
});

/** `true`, or a mapping with the name that it has; false is as good as nothing. */
const external = byKind({
  scalar: mapped(flag, (value): External => ({ is: value })),
  mapping: mapped(externalName, ({ name }): External => ({ is: true, name })),
});

const network = (attribute: string) => ({ becomes: `docker_network.${attribute}` });
const volume = (attribute: string) => ({ becomes: `docker_volume.${attribute}` });
const secret = (attribute: string) => ({ becomes: `docker_secret.${attribute}` });
const config = (attribute: string) => ({ becomes: `docker_config.${attribute}` });

const inContainers = { does: "it is put into the containers that name it" };
const noObject = { ignored: "one engine keeps no object of its own for it; remove it" };

const ipamConfig = fields({
  subnet: { shape: text, swarm: network("ipam_config.subnet"), host: network("ipam_config.subnet") },
  ip_range: { shape: text, swarm: network("ipam_config.ip_range"), host: network("ipam_config.ip_range") },
  gateway: { shape: text, swarm: network("ipam_config.gateway"), host: network("ipam_config.gateway") },
  aux_addresses: {
    shape: options,
    swarm: network("ipam_config.aux_address"),
    host: network("ipam_config.aux_address"),
  },
});

const ipam = fields({
  driver: { shape: filled, swarm: network("ipam_driver"), host: network("ipam_driver") },
  config: {
    shape: list(ipamConfig),
    // Source: mergeIPAMConfig of compose-go, override/merge.go
    merge: joined(bySubnet),
    swarm: network("ipam_config"),
    host: network("ipam_config"),
  },
  options: { shape: options, swarm: network("ipam_options"), host: network("ipam_options") },
});

const networkKeys = fields({
  name: { shape: filled, swarm: network("name"), host: network("name") },
  driver: { shape: filled, swarm: network("driver"), host: network("driver") },
  driver_opts: { shape: options, swarm: network("options"), host: network("options") },
  ipam: { shape: ipam, swarm: network("ipam_config"), host: network("ipam_config") },
  external: {
    shape: external,
    swarm: { does: "the network is used by its name, and not made" },
    host: { does: "the network is used by its name, and not made" },
  },
  internal: { shape: flag, swarm: network("internal"), host: network("internal") },
  enable_ipv4: { shape: flag, swarm: network("ipv4"), host: network("ipv4") },
  enable_ipv6: { shape: flag, swarm: network("ipv6"), host: network("ipv6") },
  attachable: { shape: flag, swarm: network("attachable"), host: network("attachable") },
  labels: { shape: labels, swarm: network("labels"), host: network("labels") },
});

const volumeKeys = fields({
  name: { shape: filled, swarm: volume("name"), host: volume("name") },
  driver: { shape: filled, swarm: volume("driver"), host: volume("driver") },
  driver_opts: { shape: options, swarm: volume("driver_opts"), host: volume("driver_opts") },
  external: {
    shape: external,
    swarm: { does: "the volume is used by its name, and not made" },
    host: { does: "the volume is used by its name, and not made" },
  },
  labels: { shape: labels, swarm: volume("labels"), host: volume("labels") },
});

const secretKeys = fields({
  name: { shape: filled, swarm: secret("name"), host: noObject },
  environment: { shape: filled, swarm: secret("data"), host: inContainers },
  file: { shape: filled, swarm: secret("data"), host: { becomes: "docker_container.mounts" } },
  external: {
    shape: external,
    swarm: { does: "the secret is looked up by its name, and not made" },
    host: { refused: "one engine keeps no secrets: give its content as `file` or `environment`" },
  },
  labels: { shape: labels, swarm: secret("labels"), host: noObject },
  driver: {
    shape: filled,
    swarm: secret("driver"),
    host: { refused: "one engine keeps no secrets: give its content as `file` or `environment`" },
  },
  driver_opts: { shape: options, swarm: secret("driver_opts"), host: noObject },
  template_driver: {
    shape: filled,
    swarm: secret("template_driver"),
    host: { refused: "nothing fills in templates on one engine: give the content as it is to be" },
  },
});

const configKeys = fields({
  name: { shape: filled, swarm: config("name"), host: noObject },
  content: { shape: text, swarm: config("data"), host: inContainers },
  environment: { shape: filled, swarm: config("data"), host: inContainers },
  file: { shape: filled, swarm: config("data"), host: { becomes: "docker_container.mounts" } },
  external: {
    shape: external,
    swarm: { does: "the config is looked up by its name, and not made" },
    host: { refused: "one engine keeps no configs: give its content as `file`, `environment` or `content`" },
  },
  labels: { shape: labels, swarm: config("labels"), host: noObject },
  template_driver: {
    shape: filled,
    swarm: config("template_driver"),
    host: { refused: "nothing fills in templates on one engine: give the content as it is to be" },
  },
});

/** `include` is carried out before; what is left of it was reported. */
const included = list(
  byKind({
    scalar: text,
    mapping: fields({
      path: {
        shape: oneOrTexts,
        swarm: { does: "the files, as one project" },
        host: { does: "the files, as one project" },
      },
      env_file: {
        shape: oneOrTexts,
        swarm: { does: "their variables, under this file's" },
        host: { does: "their variables, under this file's" },
      },
      project_directory: {
        shape: text,
        swarm: { does: "what their relative paths are relative to" },
        host: { does: "what their relative paths are relative to" },
      },
    }),
  }),
);

const empty = () => ({});

/** Every key of a Compose file. @see https://docs.docker.com/reference/compose-file/ */
export const project = fields({
  version: { shape: anyText, swarm: { does: "it says nothing any more" }, host: { does: "it says nothing any more" } },
  name: {
    shape: filled,
    swarm: { does: "the name of the stack, where the construct is given none" },
    host: { does: "the name of the project, where neither the construct nor COMPOSE_PROJECT_NAME gives one" },
  },
  include: {
    shape: included,
    swarm: { does: "the files are read into this one" },
    host: { does: "the files are read into this one" },
  },
  services: { shape: services, swarm: { becomes: "docker_service" }, host: { becomes: "docker_container" } },
  jobs: {
    shape: jobs,
    swarm: {
      ignored:
        "a swarm runs what is deployed at once, and nothing on a schedule; run one as a service with `deploy.mode: replicated-job`",
    },
    host: { ignored: "nothing is run on a schedule; make it a service, and let a timer of the machine start it" },
  },
  models: {
    shape: models,
    swarm: { ignored: "a swarm runs none; run the model as a service of its own" },
    host: { ignored: "none is run; run the model as a service of its own" },
  },
  networks: {
    shape: dictionary(networkKeys, { empty, swarm: network("name"), host: network("name") }),
    swarm: { becomes: "docker_network" },
    host: { becomes: "docker_network" },
  },
  volumes: {
    shape: dictionary(volumeKeys, { empty, swarm: volume("name"), host: volume("name") }),
    swarm: { becomes: "docker_volume" },
    host: { becomes: "docker_volume" },
  },
  secrets: {
    shape: dictionary(secretKeys, { swarm: secret("name"), host: inContainers }),
    swarm: { becomes: "docker_secret" },
    host: { does: "each is put into the containers that name it" },
  },
  configs: {
    shape: dictionary(configKeys, { swarm: config("name"), host: inContainers }),
    swarm: { becomes: "docker_config" },
    host: { does: "each is put into the containers that name it" },
  },
});

export type Project = Decoded<typeof project>;
export type Network = Decoded<typeof networkKeys>;
export type Volume = Decoded<typeof volumeKeys>;
export type Secret = Decoded<typeof secretKeys>;
export type Config = Decoded<typeof configKeys>;
