/** CHANGELOG.md in the terms of Keep a Changelog 1.1.0 (https://keepachangelog.com/en/1.1.0/). */
export interface Changelog {
  /** What no release has yet, by kind of change; undefined where there is no such section. */
  readonly unreleased: readonly Change[] | undefined;
  /** Every release that has a section, newest first. */
  readonly releases: readonly Release[];
}

export interface Change {
  /** Heading that it stands under: `Added`, `Fixed`; empty above the first. */
  readonly kind: string;
  readonly text: string;
}

interface Release {
  readonly version: string;
  readonly date: string;
}

/** Headings that changes stand under. */
export const kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"] as const;

const UNRELEASED = "## Unreleased";

export function readChangelog(text: string): Changelog {
  const sections = text.split(/^(?=## )/m).filter((section) => section.startsWith("## "));
  const unreleased = sections.find((section) => headingOf(section) === UNRELEASED);
  return {
    unreleased: unreleased === undefined ? undefined : changesIn(unreleased),
    releases: sections.flatMap((section) => {
      const [, version, date] = /^## (\d\S*) - (\S+)$/.exec(headingOf(section)) ?? [];
      return version && date ? [{ version, date }] : [];
    }),
  };
}

/** What is unreleased becomes the release's, under a new section for what comes next. */
export const released = (text: string, version: string, date: string): string =>
  text.replace(/^## Unreleased[ \t]*$/m, () => `${UNRELEASED}\n\n## ${version} - ${date}`);

const headingOf = (section: string): string => section.split("\n", 1)[0]!.trimEnd();

/** Each line that begins a change; lines that go on with it are not looked at. */
function changesIn(section: string): Change[] {
  let kind = "";
  return section.split("\n").flatMap((line) => {
    const heading = /^### (.*)$/.exec(line)?.[1];
    if (heading !== undefined) kind = heading.trim();
    const change = /^[-*] +(\S.*)$/.exec(line)?.[1];
    return change === undefined ? [] : [{ kind, text: change }];
  });
}
