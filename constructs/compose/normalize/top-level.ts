import { dictionary, fields, labels, list, oneOrTexts, options } from "./collections";
import { jobs } from "./jobs";
import { anyText, flag, text } from "./scalars";
import { services } from "./service";
import { byKind, type Decoded, mapped, unlessEmpty } from "./shape";
import { models } from "./unsupported-keys";

/** A name, a driver and the like; an empty one is as good as none. */
const filled = unlessEmpty(text);

/** `true`, or a mapping with the name that it has; false is as good as nothing. */
const external = byKind({
  scalar: mapped(flag, (value): { readonly is: boolean; readonly name?: string } => ({ is: value })),
  mapping: mapped(fields({ name: filled }), ({ name }): { readonly is: boolean; readonly name?: string } => ({
    is: true,
    name,
  })),
});

export const network = fields({
  name: filled,
  driver: filled,
  driver_opts: options,
  ipam: fields({
    driver: filled,
    config: list(fields({ subnet: text, ip_range: text, gateway: text, aux_addresses: options })),
    options,
  }),
  external,
  internal: flag,
  enable_ipv4: flag,
  enable_ipv6: flag,
  attachable: flag,
  labels,
});

export const volume = fields({ name: filled, driver: filled, driver_opts: options, external, labels });

export const secret = fields({
  name: filled,
  environment: filled,
  file: filled,
  external,
  labels,
  driver: filled,
  driver_opts: options,
  template_driver: filled,
});

export const config = fields({
  name: filled,
  content: text,
  environment: filled,
  file: filled,
  external,
  labels,
  template_driver: filled,
});

const nothing = () => ({});

/** `include` is carried out before; what is left of it was reported. */
const included = list(
  byKind({
    scalar: text,
    mapping: fields({ path: oneOrTexts, env_file: oneOrTexts, project_directory: text }),
  }),
);

/** Every key of a Compose file. @see https://docs.docker.com/reference/compose-file/ */
export const project = fields({
  version: anyText,
  name: filled,
  include: included,
  services,
  jobs,
  models,
  networks: dictionary(network, { empty: nothing }),
  volumes: dictionary(volume, { empty: nothing }),
  secrets: dictionary(secret),
  configs: dictionary(config),
});

export type Project = Decoded<typeof project>;
export type Network = Decoded<typeof network>;
export type Volume = Decoded<typeof volume>;
export type Secret = Decoded<typeof secret>;
export type Config = Decoded<typeof config>;
