import { dictionary, fields, labels, list, oneOrTexts, options } from "./collections";
import { models } from "./elsewhere";
import { anyText, flag, text } from "./scalars";
import { services } from "./service";
import { byKind, type Decoded, mapped } from "./shape";

/** `true`, or a mapping with the name that it has; false is as good as nothing. */
const external = byKind({
  scalar: mapped(flag, (value): { readonly is: boolean; readonly name?: string } => ({ is: value })),
  mapping: mapped(fields({ name: text }), ({ name }): { readonly is: boolean; readonly name?: string } => ({
    is: true,
    name,
  })),
});

export const network = fields({
  name: text,
  driver: text,
  driver_opts: options,
  ipam: fields({
    driver: text,
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

export const volume = fields({ name: text, driver: text, driver_opts: options, external, labels });

export const secret = fields({
  name: text,
  environment: text,
  file: text,
  external,
  labels,
  driver: text,
  driver_opts: options,
  template_driver: text,
});

export const config = fields({
  name: text,
  content: text,
  environment: text,
  file: text,
  external,
  labels,
  template_driver: text,
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
  name: text,
  include: included,
  services,
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
