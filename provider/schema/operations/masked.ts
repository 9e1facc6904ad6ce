import type { Diagnostic } from "../diagnostic";
import { isObject, type ObjectValue, type Value } from "../value";

/** Shorter ones stand in any text: it would not be told which of it is the secret, and none of it could be read. */
const SHORTEST = 4;

/** The diagnostics without what is write-only: a container that fails may have printed it, an engine may repeat it. */
export function masked(diagnostics: readonly Diagnostic[], writeOnly: ObjectValue): Diagnostic[] {
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
