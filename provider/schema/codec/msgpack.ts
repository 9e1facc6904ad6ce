import { type DecoderOptions, decode, ExtData, ExtensionCodec, encode } from "@msgpack/msgpack";
import { own } from "../../../foreign/own";
import type { Fields } from "../block";
import type { Type } from "../type";
import { isObject, type ObjectValue, UNKNOWN, type Value } from "../value";
import { typeOf } from "./type-of";

/** Unknown values are extension 0, or 12 where Terraform knows something of them (not null, a prefix), which is of no use here. */
const UNKNOWN_EXTENSION = 0;
const REFINED_UNKNOWN_EXTENSION = 12;

const extensions = new ExtensionCodec();
for (const type of [UNKNOWN_EXTENSION, REFINED_UNKNOWN_EXTENSION]) {
  extensions.register({ type, encode: () => null, decode: () => UNKNOWN });
}
const unknown = new ExtData(UNKNOWN_EXTENSION, new Uint8Array([0]));

/**
 * Puts a mark before each key of a map on the way in, and takes it off again: the library refuses a map that has the key
 * `__proto__`, which is a name like another to Terraform.
 */
const marked: NonNullable<DecoderOptions["keyDecoder"]> = {
  canBeCached: () => true,
  decode: (bytes, start, length) => `.${decodeText(bytes.subarray(start, start + length))}`,
};
const decodeText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();

/** An object as Terraform sends it; undefined where it sends null. */
export const decodeMsgpack = (fields: Fields, bytes: Uint8Array): ObjectValue | undefined =>
  decodeTyped(typeOf(fields), bytes) as ObjectValue | undefined;

/** An object as Terraform wants it: every attribute present, null where unset. */
export const encodeMsgpack = (fields: Fields, value: ObjectValue | undefined): Uint8Array =>
  encodeTyped(typeOf(fields), value);

/** A value of any type. */
export const decodeTyped = (type: Type, bytes: Uint8Array): Value =>
  fromWire(type, decode(bytes, { extensionCodec: extensions, useBigInt64: true, keyDecoder: marked }));

export const encodeTyped = (type: Type, value: Value): Uint8Array =>
  encode(toWire(type, value), { extensionCodec: extensions, useBigInt64: true });

function fromWire(type: Type, raw: unknown): Value {
  if (raw === null || raw === undefined) return undefined;
  if (raw === UNKNOWN) return UNKNOWN;
  if (type === "number") return toNumber(raw);
  if (typeof type === "string") return expectScalar(type, raw);
  if (type[0] === "object") {
    const record = expectRecord(raw);
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, inner]) => [name, fromWire(inner, own(record, `.${name}`))]),
    );
  }
  const element = type[1] as Type;
  if (type[0] === "map") {
    return Object.fromEntries(
      Object.entries(expectRecord(raw)).map(([key, item]) => [key.slice(1), fromWire(element, item)]),
    );
  }
  if (!Array.isArray(raw)) throw new TypeError(`malformed value: expected a ${type[0]}, got ${typeof raw}`);
  return raw.map((item) => fromWire(element, item));
}

/** Integers, floats and decimal strings alike; one that a double cannot hold is refused rather than rounded. */
function toNumber(raw: unknown): number {
  const value = Number(raw);
  const wide = typeof raw === "bigint" || (typeof raw === "string" && /^-?\d+$/.test(raw));
  if (Number.isNaN(value) || (wide && !Number.isSafeInteger(value))) {
    throw new RangeError(
      `the number ${String(raw)} is out of range; allowed are integers up to ±${Number.MAX_SAFE_INTEGER}`,
    );
  }
  return value;
}

function expectScalar(type: "string" | "bool", raw: unknown): string | boolean {
  if (typeof raw !== (type === "bool" ? "boolean" : "string")) {
    throw new TypeError(`malformed value: expected a ${type}, got ${typeof raw}`);
  }
  return raw as string | boolean;
}

function expectRecord(raw: unknown): Record<string, unknown> {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) {
    throw new TypeError(`malformed value: expected a map, got ${Array.isArray(raw) ? "a list" : typeof raw}`);
  }
  return raw as Record<string, unknown>;
}

function toWire(type: Type, value: Value): unknown {
  if (value === undefined || value === null) return null;
  if (value === UNKNOWN) return unknown;
  if (type === "number") return decimal(value as number);
  if (typeof type === "string") return value;
  if (type[0] === "object") {
    const record = isObject(value) ? value : {};
    return Object.fromEntries(Object.entries(type[1]).map(([name, inner]) => [name, toWire(inner, own(record, name))]));
  }
  const element = type[1] as Type;
  if (type[0] === "map") {
    const record = value as ObjectValue;
    return Object.fromEntries(Object.entries(record).map(([name, item]) => [name, toWire(element, item)]));
  }
  return (value as Value[]).map((item) => toWire(element, item));
}

/** In digits where it is no integer: to Terraform the float that is nearest to 0.1 is another number. */
const decimal = (value: number): number | string => (Number.isInteger(value) ? value : String(value));
