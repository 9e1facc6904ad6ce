import { createHash } from "node:crypto";
import type { Mount } from "../../formats/mount";
import type { Service } from "../../keys/service";

/** Of which service, and which container of it, from 1. */
export interface Place {
  readonly service: string;
  readonly number: number;
}

/** Key of the volume that a mount of a service is of; of an anonymous one it is by the container and the path there. */
export function volumeKeys({ volumes = [] }: Service): (mount: Mount, place: Place) => string | undefined {
  const keys = pathKeys(volumes.filter(isAnonymous).map(({ target }) => target));
  return ({ type, source, target }, { service, number }) =>
    type === "volume" ? (source ?? `${service}-${number}_${keys.get(target)}`) : undefined;
}

export const isAnonymous = ({ type, source }: Mount): boolean => type === "volume" && source === undefined;

/** Of a path the letters and digits; where that is nothing, or another path's too, a digest of it tells them apart. */
function pathKeys(paths: readonly string[]): ReadonlyMap<string, string> {
  const keys = new Map(paths.map((path) => [path, readable(path)]));
  const counts = new Map<string, number>();
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Map(
    [...keys].map(([path, key]) => [path, key !== "" && counts.get(key) === 1 ? key : distinct(path, key)]),
  );
}

const readable = (path: string): string => path.replaceAll(/[^a-zA-Z0-9]+/g, "-").replace(/^-|-$/g, "");

const distinct = (path: string, key: string): string =>
  [key, createHash("sha256").update(path).digest("hex").slice(0, 8)].filter(Boolean).join("-");
