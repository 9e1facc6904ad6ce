import { resources } from "../../../provider/resources";
import { type Fields, type ObjectValue, UNKNOWN, type Value } from "../../../provider/schema";
import { planChange } from "../../../provider/schema/operations";
import { complete } from "../../../provider/schema/plan/conform";
import type { Type } from "../../../provider/schema/type";
import { isObject } from "../../../provider/schema/value";

const { signal } = new AbortController();

function example(type: Type): Value {
  if (typeof type === "string") return { string: "a", number: 1, bool: true, dynamic: undefined }[type];
  if (type[0] === "object") return examples(type[1], example);
  return type[0] === "map" ? { a: example(type[1]) } : [example(type[1])];
}

const examples = <T>(record: Readonly<Record<string, T>>, of: (item: T) => Value): ObjectValue =>
  Object.fromEntries(Object.entries(record).map(([name, item]) => [name, of(item)]));

/** An object with a value everywhere. */
const filled = (fields: Fields): ObjectValue =>
  examples(fields, (field: Fields[string]) => (field.kind === "block" ? [filled(field.fields)] : example(field.type)));

/** Copies of a value, in each of which another part of it is not known; of a block that is there, a part of it. */
function* unknowns(value: Value, path = ""): Generator<[path: string, value: Value]> {
  if (!isObject(value) || !/\.\d+$/.test(path)) yield [path, UNKNOWN];
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value))
    for (const [at, copy] of unknowns(inner, `${path}.${name}`))
      yield [at, Array.isArray(value) ? value.with(Number(name), copy!) : { ...(value as ObjectValue), [name]: copy }];
}

/** What a configuration can say of it: what is computed alone is none of it. */
const asked = (fields: Fields, value: ObjectValue): ObjectValue =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "attribute" && !field.options.required && !field.options.optional ? [] : [[name, value[name]]],
    ),
  ) as ObjectValue;

test.each(resources)("$type: a plan is made whatever of the configuration is not known yet", async (resource) => {
  const { schema } = resource;
  const prior = complete(schema, filled(schema));
  const failed: string[] = [];
  for (const [path, config] of unknowns(asked(schema, prior))) {
    if (path === "") continue;
    for (const before of [prior, undefined]) {
      const { diagnostics } = await planChange(resource, {
        prior: before,
        config: complete(schema, config as ObjectValue),
        signal,
      });
      const bugs = diagnostics.filter(({ summary, detail }) => /TypeError|bug|Symbol/.test(`${summary} ${detail}`));
      failed.push(...bugs.map(({ detail, summary }) => `${path}: ${summary} ${detail}`));
    }
  }
  expect(failed).toEqual([]);
});
