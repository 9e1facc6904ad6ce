import { type Diagnostic, diagnosticsOf } from "../diagnostic";
import { complete } from "../plan/conform";
import type { AnyResource } from "../resource";
import type { ObjectValue } from "../value";

/** The first state of an object that `terraform import` names; the read that follows fills it. */
export function importState(resource: AnyResource, id: string): { state?: ObjectValue; diagnostics: Diagnostic[] } {
  if (!resource.import) {
    const summary = `${resource.type} cannot be imported`;
    return {
      diagnostics: [{ severity: "error", summary, detail: "remove the import; an apply makes the object anew" }],
    };
  }
  try {
    const found = resource.import === "id" ? { id } : (resource.import(id) as ObjectValue);
    return { state: complete(resource.schema, found), diagnostics: [] };
  } catch (thrown) {
    return { diagnostics: diagnosticsOf(thrown) };
  }
}
