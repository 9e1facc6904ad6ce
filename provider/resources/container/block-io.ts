import type { Answer, HostConfig } from "../../../engine";
import { type Config, number, setOf, string } from "../../schema";
import { whole } from "../../schema/validators";
import { absolutePath } from "../path";
import { part } from "./part";

const path = string({
  required: true,
  validate: absolutePath(() => "a disk of the engine's host, `/dev/sda` for instance"),
  doc: "Path of the disk on the engine's host, `/dev/sda`.",
});

const weight = whole(10, { to: 1000 });

const rates = (doc: string, of: string) =>
  setOf(
    { path, rate: number({ required: true, validate: whole(0, { of }), doc: `The most, in ${of} a second.` }) },
    {
      forceNew: true,
      doc,
    },
  );

const schema = {
  blkio_weight: number({
    optional: true,
    forceNew: true,
    zero: 0,
    validate: (value) => (value === 0 ? undefined : weight(value)),
    doc: "Weight against other containers where they share a disk, 10 to 1000; 0 for none. The engine leaves it out, with a warning, where the kernel has no such weights.",
  }),
  blkio_weight_device: setOf(
    { path, weight: number({ required: true, validate: weight, doc: "Weight there, 10 to 1000." }) },
    { forceNew: true, doc: "Weight on one disk, in place of `blkio_weight`." },
  ),
  device_read_bps: rates("How fast it may read from a disk, in bytes.", "bytes"),
  device_read_iops: rates("How fast it may read from a disk, in operations.", "operations"),
  device_write_bps: rates("How fast it may write to a disk, in bytes.", "bytes"),
  device_write_iops: rates("How fast it may write to a disk, in operations.", "operations"),
} as const;

/** How much of the machine's disks the container may use. */
export const blockIo = part({
  schema,

  toEngine: (asked) => ({
    host: {
      BlkioWeight: asked.blkio_weight,
      BlkioWeightDevice: sent(asked.blkio_weight_device, ({ path, weight }) => ({ Path: path, Weight: weight })),
      BlkioDeviceReadBps: sent(asked.device_read_bps, toRate),
      BlkioDeviceReadIOps: sent(asked.device_read_iops, toRate),
      BlkioDeviceWriteBps: sent(asked.device_write_bps, toRate),
      BlkioDeviceWriteIOps: sent(asked.device_write_iops, toRate),
    },
  }),

  fromEngine: ({ HostConfig: found }, asked) => ({
    blkio_weight: found.BlkioWeight || asked?.blkio_weight,
    blkio_weight_device: orAsked(
      (found.BlkioWeightDevice ?? []).map(({ Path, Weight }) => ({ path: Path ?? "", weight: Weight ?? 0 })),
      asked?.blkio_weight_device,
    ),
    device_read_bps: orAsked(ratesOf(found.BlkioDeviceReadBps), asked?.device_read_bps),
    device_read_iops: orAsked(ratesOf(found.BlkioDeviceReadIOps), asked?.device_read_iops),
    device_write_bps: orAsked(ratesOf(found.BlkioDeviceWriteBps), asked?.device_write_bps),
    device_write_iops: orAsked(ratesOf(found.BlkioDeviceWriteIOps), asked?.device_write_iops),
  }),
});

type Rate = Config<typeof schema>["device_read_bps"][number];

const sent = <A, B>(asked: readonly A[], one: (asked: A) => B): B[] | undefined =>
  asked.length > 0 ? asked.map(one) : undefined;

const toRate = ({ path, rate }: Rate) => ({ Path: path, Rate: rate });

const ratesOf = (found: Answer<HostConfig["BlkioDeviceReadBps"]> | null): Rate[] =>
  (found ?? []).map(({ Path, Rate }) => ({ path: Path ?? "", rate: Rate ?? 0 }));

/** What the kernel cannot limit the engine has left out, and said so when the container was made. */
const orAsked = <T>(found: T[], asked: T[] | undefined): T[] => (found.length > 0 ? found : (asked ?? []));
