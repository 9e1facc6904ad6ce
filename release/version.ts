import { compare, inc, parse, type ReleaseType } from "semver";
import type { Change } from "./changelog";

/** How much a release changes, least first (https://semver.org/). */
export const sizes = ["patch", "minor", "major"] as const;
export type Size = (typeof sizes)[number];

export const isSize = (text: string): text is Size => sizes.some((size) => size === text);

/** What a change of each kind makes of a release. */
const sizeOfKind: ReadonlyMap<string, Size> = new Map([
  ["Added", "minor"],
  ["Changed", "minor"],
  ["Deprecated", "minor"],
  ["Removed", "major"],
  ["Fixed", "patch"],
  ["Security", "patch"],
]);

/** How a change begins that breaks what users have, whatever it stands under. */
export const BREAKING = "**Breaking:**";

export const sizeOf = ({ kind, text }: Change): Size =>
  text.startsWith(BREAKING) ? "major" : (sizeOfKind.get(kind) ?? "major");

/** The least that a release with these changes has to be. */
export const leastSize = (changes: readonly Change[]): Size => {
  const found = changes.map((change) => sizes.indexOf(sizeOf(change)));
  return sizes[Math.max(0, ...found)]!;
};

/** `X.Y.Z`, and nothing behind it. */
export const isRelease = (text: string): boolean => {
  const version = parse(text);
  return version !== null && version.version === text && version.prerelease.length === 0;
};

/** The newest of them; undefined of none. */
export const newest = (versions: readonly string[]): string | undefined =>
  versions.filter(isRelease).sort(compare).at(-1);

/** @param last an `X.Y.Z` */
export const next = (last: string, size: Size): string => inc(last, size satisfies ReleaseType)!;
