import type { Problem } from "./problem";

/** What is wrong, and what another program said of it. */
export const headline = ({ what, said }: Problem): string => (said ? `${what}: ${said}` : what);

/** All of it but where, on one line: `what: said; allowed: this, that; the change that helps`. */
export const sentence = (problem: Problem): string =>
  [headline(problem), problem.allowed && `allowed: ${problem.allowed}`, problem.remedy].filter(Boolean).join("; ");

/** Everything but what is wrong, a line each: for a reader who has that as a title, as Terraform's have. */
export const detail = ({ said, where, allowed, remedy }: Problem): string =>
  [said?.trim(), where, allowed && `allowed: ${allowed}`, remedy].filter(Boolean).join("\n");
