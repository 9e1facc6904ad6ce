import { dictionary, fields, labels, list, named, oneOrTexts, options, pairs, texts } from "./collections";
import { command } from "./command";
import { devices } from "./deploy";
import { extraHosts, fileReferences, ulimits } from "./references";
import { anyText, choice, flag, integer, text } from "./scalars";
import { byKind, type Decoded, mapped, type Shape } from "./shape";

/**
 * Keys that a swarm has no use for. They are read all the same, so that a wrong one is found before the file goes to a
 * tool that uses it.
 */
const hook = fields({ command, user: text, privileged: flag, working_dir: text, environment: pairs }, "command");

export const hooks = list(hook);

export const develop = fields({
  watch: list(
    fields(
      {
        ignore: oneOrTexts,
        include: oneOrTexts,
        path: text,
        action: choice("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
        target: text,
        exec: hook,
        initial_sync: flag,
      },
      "path",
      "action",
    ),
  ),
});

const long = fields({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts,
  args: pairs,
  ssh: pairs,
  labels,
  cache_from: texts,
  cache_to: texts,
  no_cache: flag,
  no_cache_filter: oneOrTexts,
  additional_contexts: pairs,
  network: text,
  provenance: anyText,
  sbom: anyText,
  pull: flag,
  target: text,
  shm_size: anyText,
  extra_hosts: extraHosts,
  isolation: text,
  privileged: flag,
  secrets: fileReferences,
  tags: texts,
  ulimits,
  platforms: texts,
});

export const build = byKind({ scalar: mapped(text, (context): Decoded<typeof long> => ({ context })), mapping: long });

const limits = list(fields({ path: text, rate: anyText }));

export const blkioConfig = fields({
  device_read_bps: limits,
  device_read_iops: limits,
  device_write_bps: limits,
  device_write_iops: limits,
  weight: integer(),
  weight_device: list(fields({ path: text, weight: integer() })),
});

export const gpus = byKind({ scalar: choice("all"), sequence: devices });

export const serviceModels = named(fields({ endpoint_var: text, model_var: text }), () => ({}));

export const models = dictionary(
  fields({ name: text, model: text, context_size: integer(), runtime_flags: texts }, "model"),
);

const anything: Shape<unknown> = byKind({ scalar: anyText, sequence: list(anyText) });

export const provider = fields({ type: text, options: dictionary(anything, { names: /^.+$/ }) }, "type");

export const deviceMappings = list(
  byKind({
    scalar: mapped(text, (source) => ({ source })),
    mapping: fields({ source: text, target: text, permissions: text }, "source"),
  }),
);

/** What a storage driver takes is its own affair. */
export const storageOptions = { ...options, under: {} };
