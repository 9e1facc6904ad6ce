import { equal } from "../equal";
import { complete } from "../plan/conform";
import type { AnyResource, Identity } from "../resource";
import type { ObjectValue } from "../value";

/**
 * The identity of an object in state: the one that it had, as long as it is that object, however it is spelt by now
 * (an engine has several addresses).
 */
export function identityOf(
  { identity }: AnyResource,
  state: ObjectValue | undefined,
  before: ObjectValue | undefined,
): ObjectValue | undefined {
  if (!identity || !state) return undefined;
  const now = complete(identity.schema, identity.of(state));
  return before && isSameObject(identity, before, now) ? before : now;
}

/** What an import needs tells the object; the rest tells where it was found. */
const isSameObject = ({ schema }: Identity, a: ObjectValue, b: ObjectValue): boolean =>
  Object.entries(schema).every(
    ([name, field]) => field.kind === "block" || !field.options.required || equal(field.type, a[name], b[name]),
  );
