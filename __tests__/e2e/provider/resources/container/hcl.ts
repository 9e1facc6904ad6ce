import { container } from "../../../../../provider/resources/container";
import type { Fields, ObjectValue, Value } from "../../../../../provider/schema";

/** A container as Terraform's language has it. */
export const resource = (name: string, config: ObjectValue): string =>
  `resource "docker_container" "${name}" {\n${body(container.schema, config)}\n}`;

const body = (fields: Fields, config: ObjectValue): string =>
  Object.entries(config)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => line(fields, name, value))
    .join("\n");

function line(fields: Fields, name: string, value: Value): string {
  const field = fields[name];
  if (field?.kind !== "block") return `${name} = ${literal(value)}`;
  return (value as ObjectValue[]).map((block) => `${name} {\n${body(field.fields, block)}\n}`).join("\n");
}

/** JSON is a literal of Terraform's language, but for what begins a template. */
const literal = (value: Value): string => JSON.stringify(value).replace(/[$%]\{/g, (begin) => `${begin[0]}${begin}`);
