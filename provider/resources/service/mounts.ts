import type { Mount } from "../../../engine";
import { toLabelRecord } from "../../../formats/labels";
import { bool, listOf, number, setOf, string, stringMap } from "../../schema";
import { oneOf, whole } from "../../schema/validators";
import { specifiedLabels } from "../labels";
import { absolutePath, samePath } from "../path";
import { fileMode } from "./checks";
import { once, part, some, sortedBy } from "./part";

const RPRIVATE = "rprivate";

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
        validate: oneOf("bind", "volume", "tmpfs", "npipe", "cluster"),
        doc: "`bind`: a path of the node; `volume`; `tmpfs`: a folder in memory; `cluster`: a cluster volume.",
      }),
      source: string({ optional: true, zero: "", doc: "Path on the node, or name of the volume." }),
      read_only: bool({ optional: true, zero: false, doc: "Tasks cannot write to it." }),
      bind_options: listOf(
        {
          propagation: string({
            optional: true,
            default: RPRIVATE,
            validate: oneOf("private", "rprivate", "shared", "rshared", "slave", "rslave"),
            doc: "Whether mounts made later under one side show on the other.",
          }),
        },
        { max: 1, emptyIsNone: true, doc: "More about a mount of type `bind`." },
      ),
      tmpfs_options: listOf(
        {
          size_bytes: number({ optional: true, zero: 0, validate: whole(0), doc: "Size; 0 for any." }),
          mode: number({
            optional: true,
            zero: 0,
            validate: fileMode,
            doc: "Permissions, a decimal number.",
          }),
        },
        { max: 1, emptyIsNone: true, doc: "More about a mount of type `tmpfs`." },
      ),
      volume_options: listOf(
        {
          no_copy: bool({ optional: true, zero: false, doc: "Leave an empty volume empty." }),
          driver_name: string({ optional: true, zero: "", doc: "Driver of a volume that has to be made." }),
          driver_options: stringMap({ optional: true, zero: {}, doc: "Options of that driver." }),
          labels: specifiedLabels("Label of a volume that has to be made."),
          subpath: string({
            optional: true,
            zero: "",
            doc: "Folder of the volume that is mounted. Needs an engine of API 1.45 (Docker 26).",
          }),
        },
        { max: 1, emptyIsNone: true, doc: "More about a mount of type `volume`." },
      ),
    },
    { doc: "Something of the node, or a volume, in the tasks' files." },
  ),
} as const;

const driverConfig = (name: string | undefined, options: Record<string, string> | undefined) =>
  name || Object.keys(options ?? {}).length ? { Name: name, Options: options } : undefined;

type Propagation = NonNullable<Mount["BindOptions"]>["Propagation"];

/** Source: https://docs.docker.com/reference/cli/docker/service/create/#add-bind-mounts-volumes-or-memory-filesystems */
export const mounts = part<typeof schema, Mount[] | undefined>({
  schema,

  toEngine: (asked) =>
    some(
      sortedBy(asked.mounts, ({ target }) => target).map(
        ({ target, type, source, read_only, bind_options, tmpfs_options, volume_options }) => ({
          Target: target,
          Type: type as Mount["Type"],
          Source: source,
          ReadOnly: read_only,
          // Bind options that say nothing the swarm would forget.
          BindOptions: once(bind_options, ({ propagation }) => ({ Propagation: propagation as Propagation })),
          ClusterOptions: type === "cluster" ? {} : undefined,
          TmpfsOptions: once(tmpfs_options, ({ size_bytes, mode }) => ({ SizeBytes: size_bytes, Mode: mode })),
          VolumeOptions: once(volume_options, ({ no_copy, driver_name, driver_options, labels, subpath }) => ({
            NoCopy: no_copy,
            Labels: labels.length ? toLabelRecord(labels) : undefined,
            // Options without a name are those of the engine's default driver.
            DriverConfig: driverConfig(driver_name, driver_options),
            Subpath: subpath,
          })),
        }),
      ),
    ),

  fromEngine: (found) => ({
    mounts: (found ?? []).map(({ Target, Type, Source, ReadOnly, BindOptions, TmpfsOptions, VolumeOptions }) => ({
      target: Target ?? "",
      type: Type ?? "volume",
      source: Source ?? "",
      read_only: ReadOnly ?? false,
      bind_options: BindOptions ? [{ propagation: BindOptions.Propagation ?? RPRIVATE }] : [],
      tmpfs_options: TmpfsOptions ? [{ size_bytes: TmpfsOptions.SizeBytes ?? 0, mode: TmpfsOptions.Mode ?? 0 }] : [],
      volume_options: VolumeOptions
        ? [
            {
              no_copy: VolumeOptions.NoCopy ?? false,
              driver_name: VolumeOptions.DriverConfig?.Name ?? "",
              driver_options: { ...VolumeOptions.DriverConfig?.Options },
              labels: Object.entries(VolumeOptions.Labels ?? {}).map(([label, value]) => ({ label, value })),
              // An engine that does not know it does not tell it.
              ...(VolumeOptions.Subpath && { subpath: VolumeOptions.Subpath }),
            },
          ]
        : [],
    })),
  }),
});
