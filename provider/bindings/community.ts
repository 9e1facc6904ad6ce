import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An attribute or block of the community provider. */
export interface CommunityField {
  readonly isRequired: boolean;
  /** A block of which there is one at most. */
  readonly isSingle: boolean;
  /** Paths that it refuses to be set together with. */
  readonly conflicts: readonly string[];
}

/** Where the interface of kreuzwerker/docker 3.6.2 is written down: a line per attribute, blocks joined by dots. */
export const communityFile = join(__dirname, "community-3.6.2.tsv");

/** What the SDK gives a resource beside its schema; the table leaves it out. */
const sdkBlocks: Readonly<Record<string, readonly string[]>> = {
  docker_image: ["timeouts", "timeouts.create", "timeouts.update", "timeouts.delete"],
};

/** The community provider's fields by their paths, by type: `docker_container`, `data.docker_logs`. */
export function communityTypes(): ReadonlyMap<string, ReadonlyMap<string, CommunityField>> {
  const types = new Map<string, Map<string, CommunityField>>();
  for (const line of readFileSync(communityFile, "utf8").trimEnd().split("\n").slice(1)) {
    const [kind, name = "", path = "", , flags = "", , more = ""] = line.split("\t");
    if (kind === "provider") continue;
    const type = kind === "data" ? `data.${name}` : name;
    const fields = types.get(type) ?? new Map<string, CommunityField>();
    types.set(type, fields);
    if (!path.startsWith("(")) fields.set(path, fieldOf(flags, more));
  }
  for (const [type, paths] of Object.entries(sdkBlocks)) {
    for (const path of paths) types.get(type)!.set(path, { isRequired: false, isSingle: true, conflicts: [] });
  }
  return types;
}

/** `mode.0.global` is how the SDK addresses the argument of a block of which there is one. */
const fieldOf = (flags: string, more: string): CommunityField => ({
  isRequired: flags.split(" ").includes("required"),
  isSingle: /\bmax=1\b/.test(more),
  conflicts: (/conflicts=(\S+)/.exec(more)?.[1]?.split(",") ?? []).map((path) => path.replaceAll(".0.", ".")),
});
