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

/** A line of `-json`: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface Line {
  readonly type?: string;
  readonly diagnostic?: {
    readonly severity: "error" | "warning";
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
    readonly snippet?: { readonly code: string };
  };
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
}

export function outcomeOf({ code, signal, stdout, stderr }: Ended): Outcome {
  const lines = stdout.split("\n").flatMap(tryParse);
  const diagnostics = lines.flatMap(({ diagnostic }) =>
    diagnostic
      ? [
          {
            severity: diagnostic.severity,
            summary: diagnostic.summary,
            detail: diagnostic.detail,
            address: diagnostic.address,
            code: diagnostic.snippet?.code.trim(),
          },
        ]
      : [],
  );
  return {
    code,
    signal,
    diagnostics,
    errors: diagnostics.filter(({ severity }) => severity === "error"),
    changes: lines.findLast(({ type }) => type === "change_summary")?.changes,
    text: `${stdout}\n${stderr}`,
  };
}

function tryParse(line: string): Line[] {
  try {
    return [JSON.parse(line) as Line];
  } catch {
    return [];
  }
}
