import { own } from "../../../foreign/own";
import type { AnyResource } from "../../schema/resource";
import { hasUnknown, type ObjectValue } from "../../schema/value";

/**
 * What is kept beside the objects that this process has refreshed.
 *
 * Terraform plans the replacement of a tainted object as if there were none, yet hands what this plan keeps to the destroy
 * of the one that there is, which needs what is kept beside it.
 */
export class RefreshedObjects {
  private readonly kept = new Map<string, Uint8Array>();

  /** @param state of the object, as it was read */
  note(resource: AnyResource, state: ObjectValue, privateState: Uint8Array): void {
    const key = keyOf(resource, state);
    if (key === undefined) return;
    // Of two that cannot be told from each other nothing is known.
    this.kept.set(key, this.kept.has(key) ? new Uint8Array() : privateState);
  }

  /** What is kept beside the object that has the names of one that is planned; nothing where there is none, or two. */
  keptOf(resource: AnyResource, planned: ObjectValue): Uint8Array {
    const key = keyOf(resource, planned);
    return (key === undefined ? undefined : this.kept.get(key)) ?? new Uint8Array();
  }
}

function keyOf({ type, namedBy = [] }: AnyResource, values: ObjectValue): string | undefined {
  const names = namedBy.map((name) => own(values, name));
  return names.length === 0 || names[0] === undefined || names.some(hasUnknown)
    ? undefined
    : JSON.stringify([type, ...names]);
}
