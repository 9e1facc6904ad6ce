import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rcompare } from "semver";
import { kinds, readChangelog, released } from "../../release/changelog";

const checkout = join(__dirname, "../..");

const text = `# Changelog
What users notice.

## Unreleased

### Added
- A thing
  that goes on here.
- Another.

### Fixed
- **Breaking:** a third.

## 1.1.0 - 2026-12-01

### Fixed
- What was fixed.

## 1.0.0 - 2026-11-30
`;

test("changes are read with the heading that they stand under, releases with their dates", () => {
  expect(readChangelog(text)).toEqual({
    unreleased: [
      { kind: "Added", text: "A thing" },
      { kind: "Added", text: "Another." },
      { kind: "Fixed", text: "**Breaking:** a third." },
    ],
    releases: [
      { version: "1.1.0", date: "2026-12-01" },
      { version: "1.0.0", date: "2026-11-30" },
    ],
  });
});

test.each([
  { name: "no section", text: "# Changelog\n\n## 1.0.0 - 2026-11-30\n- A change.\n", unreleased: undefined },
  { name: "a section of the next name", text: "## Unreleased things\n- A change.\n", unreleased: undefined },
  { name: "an empty section", text: "## Unreleased\n\n## 1.0.0 - 2026-11-30\n- A change.\n", unreleased: [] },
  { name: "headings without changes", text: "## Unreleased\n\n### Added\n\n### Fixed\n", unreleased: [] },
  { name: "a change under none", text: "## Unreleased\n- A change.\n", unreleased: [{ kind: "", text: "A change." }] },
])("$name is unreleased as $unreleased", ({ text: some, unreleased }) => {
  expect(readChangelog(some).unreleased).toEqual(unreleased);
});

test("a release takes what is unreleased, and leaves an empty section above it", () => {
  const after = released(text, "2.0.0", "2027-01-01");
  expect(after.replace("## Unreleased\n\n## 2.0.0 - 2027-01-01", "## Unreleased")).toBe(text);
  expect(readChangelog(after).unreleased).toEqual([]);
  expect(readChangelog(after).releases[0]).toEqual({ version: "2.0.0", date: "2027-01-01" });
});

describe("this repository's changelog", () => {
  const own = readFileSync(join(checkout, "CHANGELOG.md"), "utf8");
  const { unreleased, releases } = readChangelog(own);

  test("begins with what is unreleased; every other section is a release with its date, newest first", () => {
    const headings = [...own.matchAll(/^## .*$/gm)].map(([heading]) => heading);
    expect(headings).toEqual(["## Unreleased", ...releases.map(({ version, date }) => `## ${version} - ${date}`)]);
    const versions = releases.map(({ version }) => version);
    expect(versions).toEqual([...versions].sort(rcompare));
    for (const { date } of releases) expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
  });

  test("has changes under the headings of Keep a Changelog alone, each heading once and with changes", () => {
    for (const section of own.split(/^(?=## )/m).slice(1)) {
      const headings = [...section.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
      expect(kinds).toEqual(expect.arrayContaining(headings));
      expect(new Set(headings).size).toBe(headings.length);
    }
    for (const { kind } of unreleased!) expect(kinds).toContain(kind);
  });

  test("has package.json's version as its last release, or none yet", () => {
    const { version } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
    expect([undefined, version]).toContain(releases[0]?.version);
  });
});
