import { type Diagnostic, diagnosticsOf } from "../diagnostic";
import type { Call } from "../resource";

/** Runs a call of a resource: its warnings and whatever it throws become diagnostics. */
export async function outcome<T>(
  signal: AbortSignal,
  run: (call: Call) => T | Promise<T>,
): Promise<{ value: T | undefined; failed: boolean; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const warn = (summary: string, detail?: string) => diagnostics.push({ severity: "warning", summary, detail });
  try {
    return { value: await run({ signal, warn }), failed: false, diagnostics };
  } catch (thrown) {
    diagnostics.push(...diagnosticsOf(thrown));
    return { value: undefined, failed: true, diagnostics };
  }
}
