import type { Ended } from "./running";

/** What Terraform told the user. */
export interface Told {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  /** Of the resource it is about. */
  readonly address: string | undefined;
  /** The line of configuration it points at, where Terraform found it. */
  readonly code: string | undefined;
}

export interface Outcome {
  readonly code: number | undefined;
  readonly signal: NodeJS.Signals | undefined;
  readonly diagnostics: readonly Told[];
  readonly errors: readonly Told[];
  /** As Terraform counts what it planned or did. */
  readonly changes: { readonly add: number; readonly change: number; readonly remove: number } | undefined;
  /** Everything it printed, for a failing test to show. */
  readonly text: string;
}

interface RawDiagnostic {
  readonly severity: "error" | "warning";
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly snippet?: { readonly code: string };
}

/** A line of `-json`: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface Line {
  readonly type?: string;
  readonly diagnostic?: RawDiagnostic;
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
  /** Of `validate`, whose output is one document. */
  readonly diagnostics?: readonly RawDiagnostic[];
}

export function outcomeOf({ code, signal, stdout, stderr }: Ended): Outcome {
  const whole = tryParse(stdout);
  const lines = whole.length > 0 ? whole : stdout.split("\n").flatMap(tryParse);
  const diagnostics = lines
    .flatMap(({ diagnostic, diagnostics = [] }) => (diagnostic ? [diagnostic] : diagnostics))
    .map(({ severity, summary, detail, address, snippet }) => ({
      severity,
      summary,
      detail,
      address,
      code: snippet?.code.trim(),
    }));
  return {
    code,
    signal,
    diagnostics,
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    changes: lines.findLast(({ type }) => type === "change_summary")?.changes,
    text: `${stdout}\n${stderr}`,
  };
}

function tryParse(text: string): Line[] {
  try {
    return [JSON.parse(text) as Line];
  } catch {
    return [];
  }
}
