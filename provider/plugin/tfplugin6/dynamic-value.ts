import type { Encodable } from "../../protobuf";
import type { Fields } from "../../schema/block";
import { decodeMsgpack, decodeState, encodeMsgpack } from "../../schema/codec";
import type { ObjectValue } from "../../schema/value";
import type { DynamicValue } from "./values";

/** An object as a call carries it; undefined where it is null or was not sent. */
export function decodeValue(fields: Fields, value: DynamicValue | undefined): ObjectValue | undefined {
  if (!value) return undefined;
  if (value.msgpack.length > 0) return decodeMsgpack(fields, value.msgpack);
  if (value.json.length === 0) return undefined;
  const json = JSON.parse(Buffer.from(value.json).toString("utf8")) as Record<string, unknown> | null;
  return json === null ? undefined : decodeState(fields, json);
}

export const encodeValue = (fields: Fields, value: ObjectValue | undefined): Encodable<typeof DynamicValue> => ({
  msgpack: encodeMsgpack(fields, value),
});
