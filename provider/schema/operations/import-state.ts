import { type Diagnostic, diagnosticsOf } from "../diagnostic";
import { complete } from "../plan/conform";
import type { AnyResource } from "../resource";
import type { ObjectValue } from "../value";

/**
 * The first state of an object that an import names, by what `terraform import` takes or by its identity; the read that
 * follows fills it.
 */
export function importState(
  resource: AnyResource,
  by: string | { readonly identity: ObjectValue },
): {
  state?: ObjectValue;
  diagnostics: Diagnostic[];
} {
  if (!resource.import) {
    const summary = `${resource.type} cannot be imported`;
    return {
      diagnostics: [{ severity: "error", summary, detail: "remove the import; an apply makes the object anew" }],
    };
  }
  try {
    const found = typeof by === "string" ? namedBy(resource, by) : resource.identity!.import(by.identity);
    return { state: complete(resource.schema, found), diagnostics: [] };
  } catch (thrown) {
    return { diagnostics: diagnosticsOf(thrown) };
  }
}

const namedBy = (resource: AnyResource, id: string): ObjectValue =>
  typeof resource.import === "function" ? (resource.import(id) as ObjectValue) : { id };
