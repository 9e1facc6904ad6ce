import { Problems } from "../../../constructs/compose/problems/problem";

/** Problems as lines to compare: `code file:line:column`. */
export const lines = (problems: Problems): string[] =>
  [...problems.errors, ...problems.warnings].map(({ code, where = "" }) => `${code} ${where}`.trim());

/** What `work` returns, with the problems that it reported. */
export function reporting<T>(work: (problems: Problems) => T): { result: T; reported: string[] } {
  const problems = new Problems();
  const result = work(problems);
  return { result, reported: lines(problems) };
}
