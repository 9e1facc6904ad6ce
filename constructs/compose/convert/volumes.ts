import { own } from "../../../foreign/own";
import type { Normalized } from "../normalize/normalize";
import { isLeftToTasks, isVolume } from "./mounts";
import type { Names } from "./names";
import { present } from "./present";
import type { StackVolume } from "./stack-model";

/** The volumes that some service mounts, that are not external nor the tasks' own; a cluster's are made by its driver. */
export function volumesToMake({ project, services }: Normalized, names: Names): Record<string, StackVolume> {
  const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes);
  const used = new Set(mounts.flatMap((mount) => (mount.type === "volume" && isVolume(mount) ? [mount.source!] : [])));
  const made = [...used].filter((key) => {
    const volume = own(project.volumes, key);
    return !volume?.external?.is && !isLeftToTasks(volume);
  });
  return Object.fromEntries(
    made.map((key) => {
      const { driver, driver_opts: driverOpts, labels } = own(project.volumes, key) ?? {};
      return [key, present({ name: names.volume(key), driver, driverOpts, labels: names.labelled(labels) })];
    }),
  );
}
