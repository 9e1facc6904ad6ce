import { type Diagnostic, diagnosticsOf } from "../diagnostic";
import type { Call } from "../resource";
import { isObject, type ObjectValue, type Value } from "../value";

/**
 * Runs a call of a resource: its warnings and whatever it throws become diagnostics.
 *
 * @param writeOnly what the call is given that no diagnostic may say
 */
export async function outcome<T>(
  signal: AbortSignal,
  run: (call: Call) => T | Promise<T>,
  writeOnly: ObjectValue = {},
): Promise<{ value: T | undefined; failed: boolean; diagnostics: Diagnostic[] }> {
  const said: Diagnostic[] = [];
  const warn = (summary: string, detail?: string) => said.push({ severity: "warning", summary, detail });
  try {
    const value = await run({ signal, warn });
    return { value, failed: false, diagnostics: masked(said, writeOnly) };
  } catch (thrown) {
    said.push(...diagnosticsOf(thrown));
    return { value: undefined, failed: true, diagnostics: masked(said, writeOnly) };
  }
}

/** Shorter ones stand in any text: it would not be told which of it is the secret, and none of it could be read. */
const SHORTEST = 4;

/** The diagnostics without what is write-only: a container that fails may have printed it, an engine may repeat it. */
function masked(diagnostics: readonly Diagnostic[], writeOnly: ObjectValue): Diagnostic[] {
  const secrets = textsIn(writeOnly)
    .flatMap((text) => [text, Buffer.from(text, "base64").toString("utf8")])
    .filter(({ length }) => length >= SHORTEST)
    // One may be part of another.
    .sort((a, b) => b.length - a.length);
  const mask = (text: string) => secrets.reduce((rest, secret) => rest.replaceAll(secret, "(write-only)"), text);
  return diagnostics.map(({ summary, detail, ...more }) => ({
    ...more,
    summary: mask(summary),
    detail: detail && mask(detail),
  }));
}

function textsIn(value: Value): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}
