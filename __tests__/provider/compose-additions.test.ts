import { additions } from "../../constructs/compose/additions";
import { resources } from "../../provider/resources";
import type { AnyAttribute, Block, Fields } from "../../provider/schema";

/** The attribute or block at a path, blocks joined by dots. */
function at(fields: Fields, path: string): AnyAttribute | Block | undefined {
  const [name = "", ...rest] = path.split(".");
  const field = fields[name];
  if (rest.length === 0 || field === undefined) return field;
  return field.kind === "block" ? at(field.fields, rest.join(".")) : undefined;
}

const typeOf = (field: AnyAttribute | Block | undefined): string => {
  if (field === undefined) return "not there";
  if (field.kind === "block") return field.nesting === "set" ? "block set" : "block";
  const { type } = field;
  return typeof type === "string" ? type : `${type[0]}(${String(type[1])})`;
};

test.each(additions)("$type has $path, which Compose stacks set", ({ type, path, value }) => {
  const resource = resources.find((each) => each.type === type)!;
  expect(typeOf(at(resource.schema, path))).toBe(value);
});
