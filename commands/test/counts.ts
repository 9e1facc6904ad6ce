import { relative } from "node:path";
import { print } from "../terminal";
import type { FileResult } from "./failures";

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** What jest writes with `--json`, as far as it is counted (https://jestjs.io/docs/cli#--json). */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  /** Files that could not be run at all: none of their tests is counted elsewhere. */
  readonly numRuntimeErrorTestSuites: number;
  /** A row for each file, its times in milliseconds. */
  readonly testResults: readonly (FileResult & { readonly startTime: number; readonly endTime: number })[];
}

interface Times {
  readonly testResults: readonly Pick<JestReport["testResults"][number], "name" | "startTime" | "endTime">[];
}

/** Seconds that each file took, by its path from a folder, the longest first. */
export const durationsOf = ({ testResults }: Times, from: string): Record<string, number> =>
  Object.fromEntries(
    testResults
      .map(({ name, startTime, endTime }) => [relative(from, name), Math.round((endTime - startTime) / 1000)] as const)
      .sort(([, a], [, b]) => b - a),
  );

/**
 * The counts of a run of jest: a file that could not be run is one failure, and so is a run that ended badly without
 * counting one, or wrote no report.
 */
export function countsOf(report: JestReport | undefined, exitCode: number): Counts {
  const passed = report?.numPassedTests ?? 0;
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const endedBadly = exitCode !== 0 || report === undefined;
  return { passed, failed: failed === 0 && endedBadly ? 1 : failed, skipped };
}

export const total = (all: readonly Counts[]): Counts =>
  all.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }));

/** The counts of a closing line, the last that there is; a run that printed none is one failure. */
export function countsIn(printed: string): Counts {
  const [passed, failed, skipped] = [...printed.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)]
    .at(-1)
    ?.slice(1)
    .map(Number) ?? [0, 1, 0];
  return { passed: passed!, failed: failed!, skipped: skipped! };
}

/** Closes a run: exit code 1 where anything failed, or nothing was run. */
export function conclude(counts: readonly Counts[]): void {
  const sum = total(counts);
  if (sum.failed > 0 || sum.passed === 0) process.exitCode = 1;
  print(closingLine(sum));
}

export const closingLine = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
