const listed = (names: readonly string[]): string => names.join(", ");

/** Why there is no release, by code: what is wrong, and the change that helps. */
const messages = {
  "tree-dirty": ({ files }: { files: readonly string[] }) =>
    `the tree is not clean (${listed(files)}): commit these files, or put them aside (\`git stash -u\`)`,
  "branch-other": ({ branch }: { branch: string }) =>
    `${branch === "" ? "no branch is checked out" : `the branch is \`${branch}\``}: releases are made on main (\`git switch main\`)`,
  "unreleased-missing": () =>
    "CHANGELOG.md has no `## Unreleased`: add it above the releases, with what changed since the last one",
  "unreleased-empty": () =>
    "CHANGELOG.md has nothing under `## Unreleased`: write there what users notice, a line beginning with `- ` for each change",
  "unreleased-kind": ({ headings, known }: { headings: readonly string[]; known: readonly string[] }) =>
    `CHANGELOG.md has unreleased changes under ${listed(headings.map((name) => (name === "" ? "no heading" : `\`### ${name}\``)))}: put them under ${listed(known.map((name) => `\`### ${name}\``))}`,
  "version-unsaid": ({ call }: { call: string }) => `no version was asked for: \`${call}\` makes the least that is due`,
  "version-malformed": ({ wanted }: { wanted: string }) =>
    `\`${wanted}\` is no version of a release: patch, minor, major or X.Y.Z (1.4.0), without \`v\` before or anything behind it`,
  "version-first": ({ wanted, first }: { wanted: string; first: string }) =>
    `\`${wanted}\` cannot be the first release: that is ${first}, as package.json says (\`npm run release -- ${first}\`)`,
  "version-exists": ({ version }: { version: string }) =>
    `${version} has been released (tag v${version}, or a section of CHANGELOG.md): ask for a later one (patch, minor, major)`,
  "version-not-next": ({ version, last, known }: { version: string; last: string; known: readonly string[] }) =>
    `${version} does not follow ${last}: after that come ${listed(known)}`,
  "version-too-small": ({ version, cause, least }: { version: string; cause: string; least: string }) =>
    `${version} promises less than what is unreleased changes (${cause}): make it ${least} or more, or correct CHANGELOG.md`,
  "tag-missing": ({ version }: { version: string }) =>
    `CHANGELOG.md has ${version}, and there is no tag v${version}: fetch it (\`git fetch --tags\`), or, where that release was interrupted, take its commit back (\`git reset --hard HEAD~1\`) and release again`,
  "tests-failed": ({ command, reason }: { command: string; reason: string }) =>
    `the tests do not pass (\`${command}\`: ${reason}): see above, correct what fails, commit, and release again`,
  "moved-meanwhile": ({ files, commit }: { files: readonly string[]; commit: string }) =>
    `what is checked out is not what was tested (${files.length === 0 ? `another commit than ${commit}` : listed(files)}): leave the checkout alone while the tests run, and release again`,
} as const;

type Messages = typeof messages;

/** One reason why there is no release. Tests go by `code`, people by `message`. */
export interface Refusal {
  readonly code: keyof Messages;
  readonly message: string;
}

export const refusal = <Code extends keyof Messages>(code: Code, ...facts: Parameters<Messages[Code]>): Refusal => ({
  code,
  message: (messages[code] as (...facts: unknown[]) => string)(...facts),
});
