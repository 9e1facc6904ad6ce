import { type Changelog, kinds } from "./changelog";
import { type Refusal, refusal } from "./refusals";
import { BREAKING, isRelease, isSize, leastSize, newest, next, type Size, sizeOf, sizes } from "./version";

/** What a checkout is like. */
export interface Facts {
  /** Empty where none is checked out. */
  readonly branch: string;
  readonly commit: string;
  /** Files that are not as they were committed, new ones included. */
  readonly changed: readonly string[];
  /** Releases that have a tag, as `1.0.0`. */
  readonly tagged: readonly string[];
  /** What package.json says. */
  readonly version: string;
  readonly changelog: Changelog;
}

/** The version to release, or all that speaks against it. */
export type Plan = { readonly version: string } | { readonly refusals: readonly Refusal[] };

/**
 * @param wanted `patch`, `minor`, `major` or `X.Y.Z`
 */
export function plan(wanted: string | undefined, facts: Facts): Plan {
  const { version, refusals: ofVersion } = versionOf(wanted, facts);
  const refusals = [...ofCheckout(facts), ...ofChangelog(facts), ...ofVersion];
  return version === undefined || refusals.length > 0 ? { refusals } : { version };
}

function* ofCheckout({ changed, branch }: Facts): Generator<Refusal> {
  if (changed.length > 0) yield refusal("tree-dirty", { files: changed });
  if (branch !== "main") yield refusal("branch-other", { branch });
}

function* ofChangelog({ changelog: { unreleased, releases }, tagged }: Facts): Generator<Refusal> {
  if (unreleased === undefined) yield refusal("unreleased-missing");
  else if (unreleased.length === 0) yield refusal("unreleased-empty");
  const known: readonly string[] = kinds;
  const headings = [...new Set(unreleased?.map(({ kind }) => kind))].filter((kind) => !known.includes(kind));
  if (headings.length > 0) yield refusal("unreleased-kind", { headings, known });
  const last = releases[0]?.version;
  if (last !== undefined && !tagged.includes(last)) yield refusal("tag-missing", { version: last });
}

interface Judged {
  readonly version?: string;
  readonly refusals: readonly Refusal[];
}

const refused = (reason: Refusal): Judged => ({ refusals: [reason] });

function versionOf(wanted: string | undefined, facts: Facts): Judged {
  const known = [...facts.tagged, ...facts.changelog.releases.map(({ version }) => version)];
  const last = newest(known);
  const least = leastSize(facts.changelog.unreleased ?? []);
  const first = facts.version;
  if (wanted === undefined)
    return refused(refusal("version-unsaid", { call: `npm run release -- ${last === undefined ? first : least}` }));
  if (!isSize(wanted) && !isRelease(wanted)) return refused(refusal("version-malformed", { wanted }));
  if (last === undefined)
    return wanted === first ? { version: first, refusals: [] } : refused(refusal("version-first", { wanted, first }));
  const version = isSize(wanted) ? next(last, wanted) : wanted;
  if (known.includes(version)) return refused(refusal("version-exists", { version }));
  const size = sizes.find((each) => next(last, each) === version);
  if (size === undefined)
    return refused(refusal("version-not-next", { version, last, known: sizes.map((each) => next(last, each)) }));
  return bigEnough(size, least)
    ? { version, refusals: [] }
    : refused(refusal("version-too-small", { version, cause: causeOf(facts, least), least: next(last, least) }));
}

const bigEnough = (size: Size, least: Size): boolean => sizes.indexOf(size) >= sizes.indexOf(least);

/** Where the changes stand that ask for this much. */
function causeOf({ changelog }: Facts, size: Size): string {
  const change = changelog.unreleased?.find((each) => sizeOf(each) === size);
  return change?.text.startsWith(BREAKING) ? BREAKING : `### ${change?.kind}`;
}
