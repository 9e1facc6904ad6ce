import fc from "fast-check";
import type protobuf from "protobufjs";

/** Deeper than this, messages that hold themselves end. */
const DEEPEST = 3;

/** Any message of a type that protobufjs knows, as plain data, fields left out included. */
export function messageOf(type: protobuf.Type, depth = 0): fc.Arbitrary<Record<string, unknown>> {
  // Of a oneof one member is sent; `optional` is a oneof of one.
  const exclusive = type.oneofsArray.filter(({ fieldsArray }) => fieldsArray.length > 1);
  const free = type.fieldsArray.filter((field) => !exclusive.some(({ fieldsArray }) => fieldsArray.includes(field)));
  const own = fc.record(Object.fromEntries(free.map((field) => [field.name, fieldOf(field, depth)])), {
    requiredKeys: [],
  });
  return exclusive.reduce(
    (message, { fieldsArray }) =>
      fc
        .tuple(
          message,
          fc.oneof(...fieldsArray.map((field) => fieldOf(field, depth).map((value) => ({ [field.name]: value })))),
        )
        .map(([rest, one]) => ({ ...rest, ...one })),
    own as fc.Arbitrary<Record<string, unknown>>,
  );
}

function fieldOf(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  field.resolve();
  const size = depth < DEEPEST ? 3 : 0;
  if (field.map)
    return fc
      .array(fc.tuple(fc.string(), scalarOrMessage(field, depth)), { maxLength: size })
      .map((entries) => new Map(entries));
  if (field.repeated) return fc.array(scalarOrMessage(field, depth), { maxLength: size });
  return scalarOrMessage(field, depth);
}

function scalarOrMessage(field: protobuf.Field, depth: number): fc.Arbitrary<unknown> {
  if (field.resolvedType && "fieldsArray" in field.resolvedType) {
    const { resolvedType } = field;
    return depth < DEEPEST ? fc.constant(0).chain(() => messageOf(resolvedType, depth + 1)) : fc.constant({});
  }
  if (field.type === "string") return fc.string({ unit: "grapheme" });
  if (field.type === "bytes") return fc.uint8Array({ maxLength: 300 });
  if (field.type === "bool") return fc.boolean();
  if (field.type === "int64") return fc.maxSafeInteger();
  if (field.type === "int32") return fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
  return fc.integer({ min: 0, max: 5 });
}
