import { own } from "../../../foreign/own";
import type { Fields } from "../block";
import type { Type } from "../type";
import { isObject, type ObjectValue, type Value } from "../value";
import { typeOf } from "./type-of";

/**
 * An object of Terraform's state file, in this schema's terms: attributes that the schema does not have are left out,
 * missing ones are null, and a scalar in another type's clothes (`"5"` for 5) is turned as Terraform turns it.
 */
export function decodeState(fields: Fields, state: Record<string, unknown>): ObjectValue {
  return fromJson(typeOf(fields), state) as ObjectValue;
}

function fromJson(type: Type, raw: unknown): Value {
  if (raw === null || raw === undefined) return Array.isArray(type) ? emptyOf(type) : undefined;
  if (typeof type === "string") return scalar(type, raw);
  if (type[0] === "object") {
    const record = isObject(raw as Value) ? (raw as Record<string, unknown>) : {};
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, inner]) => [name, fromJson(inner, own(record, name))]),
    );
  }
  const element = type[1] as Type;
  if (type[0] === "map") {
    return Object.fromEntries(Object.entries(raw as object).map(([name, item]) => [name, fromJson(element, item)]));
  }
  if (Array.isArray(raw)) return raw.map((item) => fromJson(element, item));
  // A block that other providers have once, not as a list (`timeouts`).
  return isBlock(element) && isObject(raw as Value) ? [fromJson(element, raw)] : [];
}

/** Blocks are never null: an absent list or set of objects is an empty one. */
const emptyOf = ([kind, element]: readonly unknown[]): Value =>
  (kind === "list" || kind === "set") && isBlock(element) ? [] : undefined;

const isBlock = (element: unknown): boolean => Array.isArray(element) && element[0] === "object";

function scalar(type: "string" | "number" | "bool", raw: unknown): Value {
  if (type === "string") return typeof raw === "string" ? raw : String(raw);
  if (type === "number") return typeof raw === "number" ? raw : Number.isNaN(Number(raw)) ? undefined : Number(raw);
  return typeof raw === "boolean" ? raw : raw === "true" || raw === "1";
}
