import { own } from "../../../foreign/own";
import type { Mount } from "../formats/mount";
import { isTemplate } from "../formats/task-template";
import type { Volume } from "../keys/project";
import type { Names } from "./names";
import { nonZero, present } from "./present";

export interface MountSpec {
  readonly Type: string;
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: true;
  readonly BindOptions?: { readonly Propagation?: string };
  readonly VolumeOptions?: VolumeOptions;
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number };
  readonly ClusterOptions?: Readonly<Record<string, never>>;
}

export interface VolumeOptions {
  readonly NoCopy?: true;
  readonly Labels?: Readonly<Record<string, string>>;
  readonly DriverConfig?: { readonly Name?: string; readonly Options?: Readonly<Record<string, string>> };
  readonly Subpath?: string;
}

/** Mounts as a service has them; a volume brings what is needed to make it where a task lands. */
export function mountSpec(mount: Mount, volumes: Readonly<Record<string, Volume>>, names: Names): MountSpec {
  const { type, source, target, readOnly } = mount;
  const spec: MountSpec = present({
    Type: type,
    Source: source !== undefined && isVolume(mount) ? names.volume(source) : source,
    Target: target,
    ReadOnly: readOnly ? (true as const) : undefined,
    BindOptions: bindOptions(mount),
    VolumeOptions:
      type === "volume" && source !== undefined ? volumeOptions(mount, own(volumes, source), names) : undefined,
    TmpfsOptions: tmpfsOptions(mount),
    ClusterOptions: type === "cluster" ? {} : undefined,
  });
  return type === "volume" && isVolume(mount) && !isLeftToTasks(own(volumes, source!))
    ? names.refer(spec, source!, own(volumes, source!))
    : spec;
}

/** Whether the source is a key under top-level `volumes`. */
export const isVolume = ({ type, source }: Mount): boolean =>
  source !== undefined && (type === "volume" || (type === "cluster" && !source.startsWith("group:")));

function volumeOptions(mount: Mount, volume: Volume = {}, names: Names): VolumeOptions {
  const { external, driver, driver_opts: options, labels } = volume;
  const own = external?.is ? mount.labels : names.labelled({ ...mount.labels, ...labels });
  const driverConfig = driver !== undefined || options ? present({ Name: driver, Options: options }) : undefined;
  return present({
    NoCopy: mount.noCopy ? (true as const) : undefined,
    Labels: own,
    DriverConfig: external?.is ? undefined : driverConfig,
    Subpath: mount.subpath,
  });
}

function bindOptions({ type, withOptions, propagation }: Mount): MountSpec["BindOptions"] {
  if (propagation === undefined && !(type === "bind" && withOptions)) return undefined;
  return present({ Propagation: propagation });
}

function tmpfsOptions({ type, withOptions, tmpfsSize, tmpfsMode }: Mount): MountSpec["TmpfsOptions"] {
  if (tmpfsSize === undefined && tmpfsMode === undefined && !(type === "tmpfs" && withOptions)) return undefined;
  return present({ SizeBytes: nonZero(tmpfsSize), Mode: nonZero(tmpfsMode) });
}

/**
 * Whether the tasks make the volume, where they land, and nobody else: a task template (`{{.Task.Slot}}`) is another
 * volume for each, and another driver than Docker's own may be on their nodes alone.
 */
export function isLeftToTasks({ name = "", driver = "local", driver_opts: options, labels }: Volume = {}): boolean {
  const texts = [name, ...Object.values(options ?? {}), ...Object.values(labels ?? {})];
  return driver !== "local" || texts.some(isTemplate);
}
