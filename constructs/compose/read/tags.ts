import type { MergeTag } from "../source/node";

/** The tags that a Compose file may use. */
export const standardTags = [
  "!reset",
  "!override",
  "!!str",
  "!!int",
  "!!float",
  "!!bool",
  "!!null",
  "!!seq",
  "!!map",
] as const;

const PREFIX = "tag:yaml.org,2002:";

/** The full name of a tag as written, undefined for one that no Compose file may use. */
export function readTag(written: string): string | undefined {
  if (written === "!") return `${PREFIX}str`;
  const short = written.startsWith(`!<${PREFIX}`) ? `!!${written.slice(2 + PREFIX.length, -1)}` : written;
  if (!standardTags.some((tag) => tag === short)) return undefined;
  return short.startsWith("!!") ? `${PREFIX}${short.slice(2)}` : short;
}

export function mergeTagOf(tag: string | undefined): MergeTag | undefined {
  return tag === "!reset" ? "reset" : tag === "!override" ? "override" : undefined;
}
