import { detail, type Problem, ProblemError } from "../../problem";
import type { Path } from "./path";

/** One thing to tell the user. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** Lower case, no full stop: what is wrong. */
  readonly summary: string;
  /** Where, the value, what is allowed, and the change that helps. */
  readonly detail?: string;
  /** The attribute it is about. */
  readonly path?: Path;
}

/** Thrown by a resource that knows which attribute its complaint is about. */
export class DiagnosticError extends Error {
  constructor(readonly diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ summary, detail }) => (detail ? `${summary}: ${detail}` : summary)).join("; "));
    this.name = "DiagnosticError";
  }
}

/** An error about one attribute. */
export const attributeError = (path: Path, summary: string, detail?: string): DiagnosticError =>
  new DiagnosticError([{ severity: "error", summary, detail, path }]);

/** A problem as Terraform tells it, of the attribute that it is about. */
export const diagnosticOf = (problem: Problem, path?: Path): Diagnostic => ({
  severity: "error",
  summary: problem.what,
  detail: detail(problem) || undefined,
  path,
});

/** Whatever was thrown, as diagnostics. */
export function diagnosticsOf(thrown: unknown): Diagnostic[] {
  if (thrown instanceof DiagnosticError) return [...thrown.diagnostics];
  if (thrown instanceof AggregateError) return thrown.errors.flatMap(diagnosticsOf);
  if (thrown instanceof ProblemError) return thrown.problems.map((problem) => diagnosticOf(problem));
  return [{ severity: "error", summary: thrown instanceof Error ? thrown.message : String(thrown) }];
}
