import { type Facts, plan } from "../../release/plan";

/** A checkout that 1.1.0 can be released from. */
const ready: Facts = {
  branch: "main",
  commit: "c0ffee",
  changed: [],
  tagged: ["1.0.0"],
  version: "1.0.0",
  changelog: { unreleased: [{ kind: "Added", text: "A." }], releases: [{ version: "1.0.0", date: "2026-11-30" }] },
};
const fresh: Facts = { ...ready, tagged: [], changelog: { ...ready.changelog, releases: [] } };
const withChange = (kind: string, text = "A."): Facts => ({
  ...ready,
  changelog: { ...ready.changelog, unreleased: [{ kind, text }] },
});

test.each([
  { wanted: "minor", facts: ready, version: "1.1.0" },
  { wanted: "major", facts: ready, version: "2.0.0" },
  { wanted: "1.1.0", facts: ready, version: "1.1.0" },
  { wanted: "patch", facts: withChange("Fixed"), version: "1.0.1" },
  { wanted: "1.0.0", facts: fresh, version: "1.0.0" },
])("$wanted is $version", ({ wanted, facts, version }) => {
  expect(plan(wanted, facts)).toEqual({ version });
});

const refusals: { wanted?: string; facts: Facts; code: string; message: string }[] = [
  {
    wanted: "minor",
    facts: { ...ready, changed: ["a.ts", "b.ts"] },
    code: "tree-dirty",
    message: "the tree is not clean (a.ts, b.ts): commit these files, or put them aside (`git stash -u`)",
  },
  {
    wanted: "minor",
    facts: { ...ready, branch: "topic" },
    code: "branch-other",
    message: "the branch is `topic`: releases are made on main (`git switch main`)",
  },
  {
    wanted: "minor",
    facts: { ...ready, branch: "" },
    code: "branch-other",
    message: "no branch is checked out: releases are made on main (`git switch main`)",
  },
  {
    wanted: "patch",
    facts: { ...ready, changelog: { ...ready.changelog, unreleased: undefined } },
    code: "unreleased-missing",
    message: "CHANGELOG.md has no `## Unreleased`: add it above the releases, with what changed since the last one",
  },
  {
    wanted: "patch",
    facts: { ...ready, changelog: { ...ready.changelog, unreleased: [] } },
    code: "unreleased-empty",
    message:
      "CHANGELOG.md has nothing under `## Unreleased`: write there what users notice, a line beginning with `- ` for each change",
  },
  {
    wanted: "major",
    facts: withChange("Improved"),
    code: "unreleased-kind",
    message:
      "CHANGELOG.md has unreleased changes under `### Improved`: put them under `### Added`, `### Changed`, `### Deprecated`, `### Removed`, `### Fixed`, `### Security`",
  },
  {
    facts: withChange("Fixed"),
    code: "version-unsaid",
    message: "no version was asked for: `npm run release -- patch` makes the least that is due",
  },
  {
    wanted: "v1.1.0",
    facts: ready,
    code: "version-malformed",
    message:
      "`v1.1.0` is no version of a release: patch, minor, major or X.Y.Z (1.4.0), without `v` before or anything behind it",
  },
  {
    wanted: "minor",
    facts: fresh,
    code: "version-first",
    message: "`minor` cannot be the first release: that is 1.0.0, as package.json says (`npm run release -- 1.0.0`)",
  },
  {
    wanted: "1.0.0",
    facts: ready,
    code: "version-exists",
    message:
      "1.0.0 has been released (tag v1.0.0, or a section of CHANGELOG.md): ask for a later one (patch, minor, major)",
  },
  {
    wanted: "1.3.0",
    facts: ready,
    code: "version-not-next",
    message: "1.3.0 does not follow 1.0.0: after that come 1.0.1, 1.1.0, 2.0.0",
  },
  {
    wanted: "patch",
    facts: ready,
    code: "version-too-small",
    message:
      "1.0.1 promises less than what is unreleased changes (### Added): make it 1.1.0 or more, or correct CHANGELOG.md",
  },
  {
    wanted: "minor",
    facts: withChange("Fixed", "**Breaking:** A."),
    code: "version-too-small",
    message:
      "1.1.0 promises less than what is unreleased changes (**Breaking:**): make it 2.0.0 or more, or correct CHANGELOG.md",
  },
  {
    wanted: "minor",
    facts: { ...ready, tagged: [] },
    code: "tag-missing",
    message:
      "CHANGELOG.md has 1.0.0, and there is no tag v1.0.0: fetch it (`git fetch --tags`), or, where that release was interrupted, take its commit back (`git reset --hard HEAD~1`) and release again",
  },
];
test.each(refusals)("$code refuses: $message", ({ wanted, facts, code, message }) => {
  expect(plan(wanted, facts)).toEqual({ refusals: [{ code, message }] });
});

test("a version that has a tag, and no section of the changelog, has been released too", () => {
  const facts = { ...ready, tagged: ["1.0.0", "1.1.0"] };
  expect(plan("1.1.0", facts)).toMatchObject({ refusals: [{ code: "version-exists" }] });
  expect(plan("minor", facts)).toEqual({ version: "1.2.0" });
});

test("all that speaks against it is told at once", () => {
  const facts: Facts = { ...ready, branch: "topic", changed: ["a.ts"], changelog: { releases: [], unreleased: [] } };
  const { refusals: all } = plan("1.x", facts) as { refusals: readonly { code: string }[] };
  expect(all.map(({ code }) => code)).toEqual(["tree-dirty", "branch-other", "unreleased-empty", "version-malformed"]);
});
