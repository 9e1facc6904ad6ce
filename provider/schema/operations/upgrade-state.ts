import { defaultOf } from "../attribute";
import type { Fields } from "../block";
import { decodeState } from "../codec/json";
import { type Diagnostic, diagnosticsOf } from "../diagnostic";
import type { AnyResource } from "../resource";
import type { ObjectValue } from "../value";

/**
 * A state as it stands in the state file, whatever version of the schema wrote it. One that is older than an attribute
 * has its default: nothing else was ever asked.
 */
export function upgradeState(
  resource: AnyResource,
  version: number,
  json: Uint8Array,
): { state?: ObjectValue; diagnostics: Diagnostic[] } {
  const current = resource.version ?? 0;
  try {
    let state = JSON.parse(Buffer.from(json).toString("utf8")) as Record<string, unknown>;
    for (let from = version; from < current; from++) state = resource.upgrades?.[from]?.(state) ?? state;
    return {
      state: { ...decodeState(resource.schema, state), ...defaultsOfAbsent(resource.schema, state) },
      diagnostics: [],
    };
  } catch (thrown) {
    return {
      diagnostics: diagnosticsOf(thrown).map((found) => ({
        ...found,
        summary: `state of ${resource.type} (schema version ${version}) cannot be read: ${found.summary}`,
      })),
    };
  }
}

const defaultsOfAbsent = (fields: Fields, state: object): ObjectValue =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "attribute" && !(name in state) ? [[name, defaultOf(field)]] : [],
    ),
  );
