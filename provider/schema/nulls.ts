import { own } from "../../foreign/own";
import type { Block, Fields } from "./block";
import type { Type } from "./type";
import { isObject, type ObjectValue, type Value } from "./value";

/**
 * A map without its entries that are null: to Terraform `{ a = null }` is a map with an `a`, to a resource it says what
 * no `a` does. So state and plan keep them, and nobody else sees them. Any other value as it is.
 */
export function withoutNulls(type: Type, value: Value): Value {
  if (typeof type === "string" || type[0] !== "map" || !isObject(value)) return value;
  const entries = Object.entries(value);
  const some = entries.filter(([, entry]) => entry !== undefined);
  return some.length === entries.length ? value : Object.fromEntries(some);
}

/** The object with each of its maps, and those of its blocks, without entries that are null. */
export function withoutNullEntries(fields: Fields, object: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => {
      const field = own(fields, name);
      if (field === undefined) return [name, value];
      return [name, field.kind === "attribute" ? withoutNulls(field.type, value) : inBlocks(field, value)];
    }),
  );
}

const inBlocks = ({ fields }: Block, value: Value): Value =>
  Array.isArray(value) ? value.map((item) => (isObject(item) ? withoutNullEntries(fields, item) : item)) : value;
