import type { Service } from "./service";

/** A service that another's keys name without `depends_on`. */
export interface Implied {
  /** The key that names it. */
  readonly from: "network_mode" | "ipc" | "pid" | "volumes_from" | "links";
  /** Whether what is shared is the named one's own, and is another's when that is made anew. */
  readonly isShared: boolean;
}

/** What `service:X` names in `network_mode`, `ipc` and `pid`, and `volumes_from` and `links` without more. */
export function impliedDependencies(service: Service): ReadonlyMap<string, Implied> {
  const implied = new Map<string, Implied>();
  for (const link of service.links ?? []) implied.set(link.split(":")[0]!, { from: "links", isShared: false });
  for (const text of service.volumes_from ?? [])
    if (!text.startsWith("container:"))
      implied.set(text.replace(/:(ro|rw)$/, ""), { from: "volumes_from", isShared: true });
  for (const from of ["network_mode", "ipc", "pid"] as const) {
    const [, other] = /^service:(.+)$/.exec(service[from] ?? "") ?? [];
    if (other !== undefined) implied.set(other, { from, isShared: true });
  }
  return implied;
}
