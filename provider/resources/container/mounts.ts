import type { Mount } from "../../../engine";
import { own } from "../../../foreign/own";
import { toLabelRecord } from "../../../formats/labels";
import {
  bool,
  type Config,
  type Diagnostic,
  listOf,
  number,
  type ObjectValue,
  setOf,
  string,
  stringMap,
} from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { askedLabels, specifiedLabels } from "../labels";
import { absolutePath, cleanPath, hostPath, isAbsolute, samePath } from "../path";
import { part } from "./part";

const PROPAGATIONS = ["private", "rprivate", "shared", "rshared", "slave", "rslave"] as const;
const TYPES = ["bind", "volume", "tmpfs"] as const;

const schema = {
  mounts: setOf(
    {
      target: string({
        required: true,
        same: samePath,
        validate: absolutePath(() => "a path in the container"),
        doc: "Path in the container.",
      }),
      type: string({
        required: true,
        validate: oneOf(...TYPES),
        doc: "`bind` for a folder or file of the engine's host, `volume`, or `tmpfs` for a folder in memory.",
      }),
      source: string({
        optional: true,
        zero: "",
        doc: "Path on the engine's host, which must exist, or name of the volume; none for an anonymous volume or a tmpfs.",
      }),
      read_only: bool({ optional: true, zero: false, doc: "The container cannot write to it." }),
      bind_options: listOf(
        {
          propagation: string({
            optional: true,
            zero: "rprivate",
            validate: oneOf(...PROPAGATIONS),
            doc: "Whether mounts made later under one side show on the other. Default: `rprivate`, they do not.",
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
    },
    {
      forceNew: true,
      same: isSameMount,
      validate: mountComplaint,
      doc: "A volume, a folder of the host or a folder in memory in the container.",
    },
  ),
} as const;

/** Volumes, folders of the host and folders in memory in the long syntax, `docker run --mount`. */
export const mounts = part({
  schema,

  toEngine: ({ mounts }) => ({ host: mounts.length > 0 ? { Mounts: mounts.map(toEngine) } : {} }),

  fromEngine: ({ HostConfig }) => ({
    mounts: ((HostConfig.Mounts ?? []) as Mount[]).map(fromEngine),
  }),

  problems: ({ mounts }) => (Array.isArray(mounts) ? mounts.flatMap(uselessOptions) : []),
});

type MountBlock = Config<typeof schema>["mounts"][number];

function mountComplaint({ type, source }: { [name: string]: unknown }): string | undefined {
  if (type === "bind" && !source)
    return "a mount of type bind has no source; set `source` to a path of the engine's host";
  if (type === "bind" && !isAbsolute(String(source)))
    return `the source ${JSON.stringify(source)} is not absolute; write ${hostPath(String(source))}`;
  if (type === "tmpfs" && source) return `a tmpfs has no source; remove ${JSON.stringify(source)}`;
  return undefined;
}

/** Options that belong to another type of mount; the engine is not told of them. */
const uselessOptions = (mount: { readonly [name: string]: unknown }): Diagnostic[] =>
  TYPES.filter((type) => {
    const options = mount[`${type}_options`];
    return type !== mount["type"] && typeof mount["type"] === "string" && Array.isArray(options) && options.length > 0;
  }).map((type) => ({
    severity: "warning",
    summary: `${type}_options have no effect on a mount of type ${String(mount["type"])}`,
    detail: `remove the block, or set \`type = "${type}"\``,
    path: ["mounts"],
  }));

const optionsOf: { readonly [type: string]: (mount: MountBlock) => Partial<Mount> } = {
  bind: ({ bind_options: [options] }) =>
    options ? { BindOptions: { Propagation: (options.propagation || undefined) as "rprivate" | undefined } } : {},
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
};

const toEngine = (mount: MountBlock): Mount => ({
  Type: mount.type as (typeof TYPES)[number],
  Target: mount.target,
  Source: mount.source || undefined,
  ReadOnly: mount.read_only,
  ...own(optionsOf, mount.type)?.(mount),
});

function fromEngine({ Type, Target, Source, ReadOnly, BindOptions, VolumeOptions, TmpfsOptions }: Mount): MountBlock {
  const { DriverConfig: driver } = VolumeOptions ?? {};
  return {
    type: Type ?? "",
    target: Target ?? "",
    source: Source || undefined,
    read_only: ReadOnly || undefined,
    bind_options: BindOptions ? [{ propagation: BindOptions.Propagation || undefined }] : [],
    volume_options: VolumeOptions
      ? [
          {
            no_copy: VolumeOptions.NoCopy || undefined,
            driver_name: driver?.Name || undefined,
            driver_options: Object.keys(driver?.Options ?? {}).length > 0 ? driver?.Options : undefined,
            labels: askedLabels(VolumeOptions.Labels as Record<string, string>),
            subpath: (VolumeOptions as { Subpath?: string }).Subpath || undefined,
          },
        ]
      : [],
    tmpfs_options: TmpfsOptions
      ? [{ size_bytes: TmpfsOptions.SizeBytes || undefined, mode: TmpfsOptions.Mode || undefined }]
      : [],
  };
}

const sorted = (record: Readonly<Record<string, string>> | undefined) => Object.entries(record ?? {}).sort();

function isSameMount(a: ObjectValue, b: ObjectValue): boolean {
  return keyOf(a as unknown as MountBlock) === keyOf(b as unknown as MountBlock);
}

/** What all spellings of one mount have in common: options of its own type alone, none where they say nothing. */
function keyOf(mount: MountBlock): string {
  const { type } = mount;
  const [bind, volume, tmpfs] = [mount.bind_options[0], mount.volume_options[0], mount.tmpfs_options[0]];
  return JSON.stringify([
    type,
    cleanPath(mount.target),
    type === "bind" ? cleanPath(mount.source ?? "") : mount.source || "",
    mount.read_only ?? false,
    type === "bind" && (bind?.propagation || "rprivate"),
    type === "volume" && [
      volume?.no_copy ?? false,
      volume?.driver_name || "",
      sorted(volume?.driver_options),
      sorted(toLabelRecord(volume?.labels ?? [])),
      volume?.subpath || "",
    ],
    type === "tmpfs" && [tmpfs?.size_bytes ?? 0, tmpfs?.mode ?? 0],
  ]);
}
