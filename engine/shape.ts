/** What an answer in JSON can be: an object, a list of objects, or text. */
export type Shape = "object" | "list" | "text";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const fits: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  object: isObject,
  list: (value) => Array.isArray(value) && value.every(isObject),
  text: (value) => typeof value === "string",
};

const names: Readonly<Record<Shape, string>> = { object: "an object", list: "a list of objects", text: "a text" };

/** An answer has another shape than its call asks for. */
export class MisshapenAnswer extends Error {
  override readonly name = "MisshapenAnswer";
}

/** The value, once it is known to have the shape; Go writes an empty list as null. @throws MisshapenAnswer */
export function shaped(value: unknown, shape: Shape): unknown {
  const known = shape === "list" ? (value ?? []) : value;
  if (fits[shape](known)) return known;
  throw new MisshapenAnswer(`it answers ${JSON.stringify(value)?.slice(0, 80)} where ${names[shape]} is expected`);
}
