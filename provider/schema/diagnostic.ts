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

/** An error that can be told in two parts: what went wrong, and everything that helps. */
interface Explained extends Error {
  readonly summary?: string;
  readonly detail?: string;
}

/** Whatever was thrown, as diagnostics. */
export function diagnosticsOf(thrown: unknown): Diagnostic[] {
  if (thrown instanceof DiagnosticError) return [...thrown.diagnostics];
  if (thrown instanceof AggregateError) return thrown.errors.flatMap(diagnosticsOf);
  if (thrown instanceof Error) {
    const { message, summary = message, detail } = thrown as Explained;
    return [{ severity: "error", summary, detail }];
  }
  return [{ severity: "error", summary: String(thrown) }];
}
