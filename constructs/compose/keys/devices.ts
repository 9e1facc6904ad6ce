import { list, texts } from "./shapes/collections";
import { coveredFields } from "./shapes/fields";
import { labels, options } from "./shapes/pairs";
import { anyText, choice, integer, text } from "./shapes/scalars";
import { byKind, mapped } from "./shapes/shape";

/** Devices that a task asks for, by what they can do. */
export const devices = list(
  coveredFields({
    capabilities: texts,
    count: anyText,
    device_ids: texts,
    driver: text,
    options: byKind({ mapping: options, sequence: labels }),
  }),
);

export const gpus = byKind({ scalar: choice("all"), sequence: devices });

/** Devices of the machine, by their paths. */
export const deviceMappings = list(
  byKind({
    scalar: mapped(text, (source) => ({ source })),
    mapping: coveredFields({ source: text, target: text, permissions: text }, "source"),
  }),
);

const limits = list(coveredFields({ path: text, rate: anyText }));

export const blkioConfig = coveredFields({
  device_read_bps: limits,
  device_read_iops: limits,
  device_write_bps: limits,
  device_write_iops: limits,
  weight: integer(),
  weight_device: list(coveredFields({ path: text, weight: integer() })),
});
