import type { Fields } from "../block";
import type { Type } from "../type";

/** The type that an object of this schema has on the wire. */
export function typeOf(fields: Fields): Type {
  const known = types.get(fields);
  if (known) return known;
  const type: Type = [
    "object",
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => [
        name,
        field.kind === "attribute" ? field.type : ([field.nesting, typeOf(field.fields)] as const),
      ]),
    ),
  ];
  types.set(fields, type);
  return type;
}

const types = new WeakMap<Fields, Type>();
