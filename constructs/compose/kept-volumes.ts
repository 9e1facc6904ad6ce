import type { ProjectModel } from "./convert/host/project-model";
import { unknownVolume } from "./overrides";

/**
 * Keys of the volumes that stay when the project is destroyed.
 * @throws ConstructError `unknown-volume`
 */
export function keptVolumes({ volumes }: ProjectModel, keep: boolean | readonly string[]): ReadonlySet<string> {
  const known = Object.keys(volumes);
  if (typeof keep === "boolean") return new Set(keep ? known : []);
  const strange = keep.find((key) => !known.includes(key));
  if (strange !== undefined) throw unknownVolume(strange, known);
  return new Set(keep);
}
