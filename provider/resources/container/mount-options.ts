import type { Mount } from "../../../engine";
import { own } from "../../../foreign/own";
import { toLabelRecord } from "../../../formats/labels";
import { bool, type Config, listOf, number, string, stringMap } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { askedLabels, specifiedLabels } from "../labels";

const PROPAGATIONS = ["private", "rprivate", "shared", "rshared", "slave", "rslave"] as const;

/** Types of mounts, each with a block of options that is called by it. */
export const TYPES = ["bind", "volume", "tmpfs", "image"] as const;

/** More about a mount, by its type. */
export const optionFields = {
  bind_options: listOf(
    {
      propagation: string({
        optional: true,
        zero: "rprivate",
        validate: oneOf(...PROPAGATIONS),
        doc: "Whether mounts made later under one side show on the other. Default: `rprivate`, they do not.",
      }),
      create_mountpoint: bool({
        optional: true,
        zero: false,
        doc: "Make a source that does not exist, as a folder of root's. Needs an engine of API 1.42 (Docker 23).",
      }),
      non_recursive: bool({
        optional: true,
        zero: false,
        doc: "Leave out what is mounted under the source.",
      }),
      read_only_non_recursive: bool({
        optional: true,
        zero: false,
        doc: "With `read_only`, what is mounted under the source can be written to. Needs an engine of API 1.44 (Docker 25); before it, it always can.",
      }),
      read_only_force_recursive: bool({
        optional: true,
        zero: false,
        doc: "With `read_only` and the propagation `rprivate`, an error where what is mounted under the source could be written to. Needs an engine of API 1.44 (Docker 25).",
      }),
    },
    { max: 1, emptyIsNone: true, doc: "More about a mount of type `bind`." },
  ),
  volume_options: listOf(
    {
      no_copy: bool({
        optional: true,
        zero: false,
        doc: "Leave an empty volume empty, in place of copying what the image has at the path.",
      }),
      driver_name: string({ optional: true, zero: "", doc: "Driver of a volume that has to be made." }),
      driver_options: stringMap({ optional: true, zero: {}, doc: "Options of that driver." }),
      labels: specifiedLabels("Label of a volume that has to be made."),
      subpath: string({
        optional: true,
        zero: "",
        doc: "Folder in the volume that is mounted in place of all of it. Needs an engine of API 1.45 (Docker 26).",
      }),
    },
    { max: 1, emptyIsNone: true, doc: "More about a mount of type `volume`." },
  ),
  tmpfs_options: listOf(
    {
      size_bytes: number({
        optional: true,
        zero: 0,
        validate: whole(0),
        doc: "Its size in bytes. Default: no limit.",
      }),
      mode: number({
        optional: true,
        zero: 0,
        validate: whole(0),
        doc: 'Its permissions as a number: `parseint("1777", 8)`, or 1023, for all to write.',
      }),
    },
    { max: 1, emptyIsNone: true, doc: "More about a mount of type `tmpfs`." },
  ),
  image_options: listOf(
    {
      subpath: string({ optional: true, zero: "", doc: "Folder in the image that is mounted in place of all of it." }),
    },
    { max: 1, emptyIsNone: true, doc: "More about a mount of type `image`." },
  ),
} as const;

export type MountOptions = Config<typeof optionFields>;
type Bind = MountOptions["bind_options"][number];

const toBind = (asked: Bind): Mount["BindOptions"] => ({
  Propagation: (asked.propagation || undefined) as "rprivate" | undefined,
  CreateMountpoint: asked.create_mountpoint || undefined,
  NonRecursive: asked.non_recursive || undefined,
  ReadOnlyNonRecursive: asked.read_only_non_recursive || undefined,
  ReadOnlyForceRecursive: asked.read_only_force_recursive || undefined,
});

const fromBind = (found: NonNullable<Mount["BindOptions"]>): Bind => ({
  propagation: found.Propagation || undefined,
  create_mountpoint: found.CreateMountpoint || undefined,
  non_recursive: found.NonRecursive || undefined,
  read_only_non_recursive: found.ReadOnlyNonRecursive || undefined,
  read_only_force_recursive: found.ReadOnlyForceRecursive || undefined,
});

const byType: { readonly [type: string]: (asked: MountOptions) => Partial<Mount> } = {
  bind: ({ bind_options: [options] }) => (options ? { BindOptions: toBind(options) } : {}),
  volume: ({ volume_options: [options] }) =>
    options
      ? {
          VolumeOptions: {
            NoCopy: options.no_copy,
            Labels: toLabelRecord(options.labels),
            DriverConfig: { Name: options.driver_name ?? "", Options: options.driver_options ?? {} },
            ...(options.subpath ? { Subpath: options.subpath } : {}),
          },
        }
      : {},
  tmpfs: ({ tmpfs_options: [options] }) =>
    options ? { TmpfsOptions: { SizeBytes: options.size_bytes, Mode: options.mode } } : {},
  image: ({ image_options: [options] }) => (options?.subpath ? { ImageOptions: { Subpath: options.subpath } } : {}),
};

/** The options of its own type; the engine is not told of others. */
export const toOptions = (type: string, asked: MountOptions): Partial<Mount> => own(byType, type)?.(asked) ?? {};

export function fromOptions({ BindOptions, VolumeOptions, TmpfsOptions, ImageOptions }: Mount): MountOptions {
  const { DriverConfig: driver } = VolumeOptions ?? {};
  return {
    bind_options: BindOptions ? [fromBind(BindOptions)] : [],
    volume_options: VolumeOptions
      ? [
          {
            no_copy: VolumeOptions.NoCopy || undefined,
            driver_name: driver?.Name || undefined,
            driver_options: Object.keys(driver?.Options ?? {}).length > 0 ? driver?.Options : undefined,
            labels: askedLabels(VolumeOptions.Labels as Record<string, string>),
            subpath: VolumeOptions.Subpath || undefined,
          },
        ]
      : [],
    tmpfs_options: TmpfsOptions
      ? [{ size_bytes: TmpfsOptions.SizeBytes || undefined, mode: TmpfsOptions.Mode || undefined }]
      : [],
    image_options: ImageOptions?.Subpath ? [{ subpath: ImageOptions.Subpath }] : [],
  };
}

const sorted = (record: Readonly<Record<string, string>> | undefined) => Object.entries(record ?? {}).sort();

/** What all spellings of one type's options have in common. */
export function optionsKey(type: string, asked: MountOptions): unknown {
  const [bind, volume] = [asked.bind_options[0], asked.volume_options[0]];
  const [tmpfs, image] = [asked.tmpfs_options[0], asked.image_options[0]];
  return [
    type === "bind" && [
      bind?.propagation || "rprivate",
      bind?.create_mountpoint ?? false,
      bind?.non_recursive ?? false,
      bind?.read_only_non_recursive ?? false,
      bind?.read_only_force_recursive ?? false,
    ],
    type === "volume" && [
      volume?.no_copy ?? false,
      volume?.driver_name || "",
      sorted(volume?.driver_options),
      sorted(toLabelRecord(volume?.labels ?? [])),
      volume?.subpath || "",
    ],
    type === "tmpfs" && [tmpfs?.size_bytes ?? 0, tmpfs?.mode ?? 0],
    type === "image" && (image?.subpath || ""),
  ];
}
