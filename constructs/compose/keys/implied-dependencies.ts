import type { Service } from "./service";

/** A service that another's keys name without `depends_on`. */
export interface Implied {
  /** The key that names it. */
  readonly from: "network_mode" | "ipc" | "pid" | "volumes_from" | "links";
  /** As `restart` of `depends_on`: whether it is to do with the named one's next container what it did with this one. */
  readonly restart: boolean;
  /** Whether what is shared is the named one's own, and is another's when that is made anew. */
  readonly isShared: boolean;
}

/** What `service:X` names in `network_mode`, `ipc` and `pid`, and `volumes_from` and `links` without more. */
export function impliedDependencies(service: Service): ReadonlyMap<string, Implied> {
  const implied = new Map<string, Implied>();
  for (const link of service.links ?? [])
    implied.set(link.split(":")[0]!, { from: "links", restart: true, isShared: false });
  for (const text of service.volumes_from ?? [])
    if (!text.startsWith("container:"))
      implied.set(text.replace(/:(ro|rw)$/, ""), { from: "volumes_from", restart: false, isShared: true });
  for (const from of ["network_mode", "ipc", "pid"] as const) {
    const [, other] = /^service:(.+)$/.exec(service[from] ?? "") ?? [];
    if (other !== undefined) implied.set(other, { from, restart: true, isShared: true });
  }
  return implied;
}
