import { child, type Entry, entryAt, type MappingNode, mappingAt, type Node } from "../source/node";

/** A project without the services whose profiles are not asked for. */
export interface Selected {
  readonly root: MappingNode;
  /** The services left out, with the profiles that bring them. */
  readonly inactive: ReadonlyMap<string, readonly string[]>;
}

/** Keeps services without profiles, and those with an active one; `*` activates all. */
export function selectProfiles(root: MappingNode, active: readonly string[]): Selected {
  const inactive = new Map<string, readonly string[]>();
  const services = root.entries.get("services");
  if (services?.value.kind !== "mapping") return { root, inactive };
  const kept: Entry[] = [];
  for (const entry of services.value.entries.values()) {
    const profiles = profilesOf(entry.value);
    const wanted =
      profiles.length === 0 || active.includes("*") || profiles.some((profile) => active.includes(profile));
    if (wanted) kept.push(entry);
    else inactive.set(entry.key, profiles);
  }
  if (inactive.size === 0) return { root, inactive };
  const value = mappingAt(services.value, kept);
  const entries = new Map(root.entries).set("services", entryAt(services, "services", value));
  return { root: mappingAt(root, entries.values()), inactive };
}

function profilesOf(service: Node): readonly string[] {
  const profiles = child(service, "profiles");
  if (profiles?.kind !== "sequence") return [];
  return profiles.items.flatMap((item) =>
    item.kind === "scalar" && typeof item.value === "string" ? [item.value] : [],
  );
}
