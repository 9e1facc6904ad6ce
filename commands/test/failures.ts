import { relative } from "node:path";

/** What jest writes with `--json` of each test (https://jestjs.io/docs/cli#--json). */
export interface FileResult {
  readonly name: string;
  readonly status: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/**
 * Tests that failed, each with its file; of a file that could not be run at all, that.
 *
 * @param from the folder that files are named from
 */
export const failuresOf = (report: { readonly testResults: readonly FileResult[] }, from: string): string[] =>
  report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(from, name);
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (status === "failed" && failed.length === 0) return [`${file}: could not be run`];
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });

/** Those that another run printed, each as a check that does not hold. */
export const failuresIn = (printed: string): string[] => [...printed.matchAll(/^✗ (.*)$/gm)].map(([, text]) => text!);
