import { list, texts } from "./shapes/collections";
import { coveredFields } from "./shapes/fields";
import { labels, options } from "./shapes/pairs";
import { choice, integer, size, text } from "./shapes/scalars";
import { byKind, mapped, type Shape, scalar } from "./shapes/shape";

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const request = (attribute: string) => container(`device_requests.${attribute}`);

/** A mapping, or a list of `NAME=value`. */
const requestOptions: Shape<Readonly<Record<string, string>>> = byKind({ mapping: options, sequence: labels });

/** How many; -1 is all of them. */
const count: Shape<number> = scalar("a whole number, or `all`", ({ value, text }) => {
  if (value === "all") return -1;
  return typeof value !== "boolean" && /^-?\d+$/.test(text) ? Number(text) : undefined;
});

/** Devices that are asked for by what they can do. A swarm refuses them whole. */
export const devices = list(
  coveredFields({
    capabilities: { shape: texts, host: request("capabilities") },
    count: { shape: count, host: request("count") },
    device_ids: { shape: texts, host: request("device_ids") },
    driver: { shape: text, host: request("driver") },
    options: { shape: requestOptions, host: request("options") },
  }),
);

/** `all`, or a request for each kind. */
export const gpus = byKind({ scalar: choice("all"), sequence: devices });

/** Devices of the machine, by their paths or as the Container Device Interface names them. */
export const deviceMappings = list(
  byKind({
    scalar: mapped(text, (source) => ({ source })),
    mapping: coveredFields(
      {
        source: { shape: text, host: container("devices.host_path") },
        target: { shape: text, host: container("devices.container_path") },
        permissions: { shape: text, host: container("devices.permissions") },
      },
      "source",
    ),
  }),
);

/** What a device may do in a second: bytes, or operations. */
const limits = (attribute: string, rate: Shape<number>) => {
  const host = container(attribute);
  return {
    shape: list(coveredFields({ path: { shape: text, host }, rate: { shape: rate, host } }, "path", "rate")),
    host,
  };
};

const weight = { shape: integer(10, 1000), host: container("blkio_weight") };
const weightOfDevice = container("blkio_weight_device");

/** @see https://docs.docker.com/reference/compose-file/services/#blkio_config */
export const blkioConfig = coveredFields({
  device_read_bps: limits("device_read_bps", size),
  device_read_iops: limits("device_read_iops", integer()),
  device_write_bps: limits("device_write_bps", size),
  device_write_iops: limits("device_write_iops", integer()),
  weight,
  weight_device: {
    shape: list(
      coveredFields(
        { path: { shape: text, host: weightOfDevice }, weight: { shape: weight.shape, host: weightOfDevice } },
        "path",
        "weight",
      ),
    ),
    host: weightOfDevice,
  },
});
