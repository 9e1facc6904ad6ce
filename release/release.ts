import { spawn } from "node:child_process";
import { look } from "./look";
import { plan } from "./plan";
import { type Refusal, refusal } from "./refusals";
import { make } from "./steps";

export interface ReleaseOptions {
  /** Of the checkout. */
  readonly folder: string;
  /** `patch`, `minor`, `major` or `X.Y.Z`. @default - refused, with what is called for */
  readonly wanted?: string;
  /** Say what would be done, and do none of it, tests included. @default false */
  readonly dryRun?: boolean;
  /** Program and arguments of the tests. @default ["./lab", "test"] */
  readonly tests?: readonly [string, ...string[]];
  /** @default - today, in UTC */
  readonly date?: string;
}

/** What came of it, in lines for a person. */
export interface Outcome {
  readonly released: boolean;
  readonly refusals: readonly Refusal[];
  readonly lines: readonly string[];
}

/** Makes a release in the checkout, and publishes nothing. All that speaks against one is told at once. */
export async function release(options: ReleaseOptions): Promise<Outcome> {
  const { folder, wanted, dryRun = false, tests = ["./lab", "test"] } = options;
  const { date = new Date().toISOString().slice(0, 10) } = options;
  const facts = await look(folder);
  const planned = plan(wanted, facts);
  if ("refusals" in planned)
    return refused(planned.refusals, "the tests were not run: they are, once this is in order");
  const { version } = planned;
  if (dryRun) return { released: false, refusals: [], lines: wouldDo(version, date, tests) };
  const reasons = await failures(tests, options.folder, facts.commit);
  if (reasons.length > 0) return refused(reasons);
  const tarball = await make({ folder, version, date, commit: facts.commit });
  return { released: true, refusals: [], lines: leftToDo(version, tarball) };
}

const refused = (refusals: readonly Refusal[], ...lines: readonly string[]): Outcome => ({
  released: false,
  refusals,
  lines,
});

/** Of the tests, and of the checkout after them: what is released is what was tested. */
async function failures(tests: readonly [string, ...string[]], folder: string, commit: string): Promise<Refusal[]> {
  const reason = await whyFailed(tests, folder);
  const after = await look(folder);
  const moved = after.commit !== commit || after.changed.length > 0;
  return [
    ...(reason === undefined ? [] : [refusal("tests-failed", { command: tests.join(" "), reason })]),
    ...(moved ? [refusal("moved-meanwhile", { files: after.changed, commit: commit.slice(0, 7) })] : []),
  ];
}

/** Undefined where they passed. What they print is seen as they run. */
function whyFailed([program, ...args]: readonly [string, ...string[]], cwd: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
    child.on("error", ({ message }) => resolve(message));
    child.on("close", (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit code ${code}`)));
  });
}

const wouldDo = (version: string, date: string, tests: readonly string[]): string[] => [
  `nothing speaks against ${version} but for the tests, which were not run. Without --dry-run:`,
  `  ${tests.join(" ")}`,
  `  CHANGELOG.md: what is unreleased becomes \`## ${version} - ${date}\``,
  `  package.json, package-lock.json: version ${version}`,
  "  npm pack",
  `  git commit --message "Release ${version}"; git tag --annotate v${version}`,
];

const leftToDo = (version: string, tarball: string): string[] => [
  `${version} is committed, tagged v${version} and packed in ${tarball}. Left to you, once you have looked at it:`,
  "  git push --follow-tags",
  `  npm publish ./${tarball}`,
  `To take it back before that: git tag --delete v${version} && git reset --hard HEAD~1`,
];
