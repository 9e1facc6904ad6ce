import type { AnyAttribute } from "../attribute";
import type { Block, Fields } from "../block";
import type { Diagnostic } from "../diagnostic";
import { blocksOf } from "../equal";
import { formatPath, type Path } from "../path";
import type { AnyDataSource, AnyResource } from "../resource";
import { hasUnknown, type ObjectValue, type Value } from "../value";

/** Every complaint about a configuration, each with its attribute path; what is unknown yet is not judged. */
export function validateConfig(
  type: AnyResource | AnyDataSource | { readonly schema: Fields },
  config: ObjectValue,
): Diagnostic[] {
  const whole = "validate" in type ? (type.validate?.(config) ?? []) : [];
  return [...validateObject(type.schema, config, []), ...whole];
}

function validateObject(fields: Fields, config: ObjectValue, at: Path): Diagnostic[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = config[name];
    const path = [...at, name];
    if (!isSet(value)) return [];
    const found = field.kind === "block" ? validateBlocks(field, value, path) : validateAttribute(field, value, path);
    return [...found, ...conflicts(field, config, name, path), ...deprecation(field, path)];
  });
}

function validateAttribute(attribute: AnyAttribute, value: Value, path: Path): Diagnostic[] {
  if (hasUnknown(value)) return [];
  const complaint = attribute.options.validate?.(value);
  return complaint
    ? [{ severity: "error", summary: `invalid value for ${formatPath(path)}`, detail: complaint, path }]
    : [];
}

function validateBlocks(block: Block, value: Value, path: Path): Diagnostic[] {
  return blocksOf(value).flatMap((item, i) => {
    // A path into a set cannot be told by index; Terraform is given the block's name.
    const here = block.nesting === "list" ? [...path, i] : path;
    const complaint = hasUnknown(item) ? undefined : block.options.validate?.(item);
    const own: Diagnostic[] = complaint
      ? [{ severity: "error", summary: `invalid block ${formatPath(here)}`, detail: complaint, path: here }]
      : [];
    const inner = validateObject(block.fields, item, here);
    return [...own, ...(block.nesting === "list" ? inner : inner.map((found) => ({ ...found, path })))];
  });
}

function conflicts(field: AnyAttribute | Block, config: ObjectValue, name: string, path: Path): Diagnostic[] {
  return (field.options.conflictsWith ?? [])
    .filter((other) => isSet(config[other]))
    .map((other) => ({
      severity: "error",
      summary: `${name} conflicts with ${other}`,
      detail: `only one of the two can be set; remove \`${name}\` or \`${other}\``,
      path,
    }));
}

/** Terraform shows which attributes are deprecated in the schema alone; that one is used is the provider's to say. */
const deprecation = ({ options: { deprecated } }: AnyAttribute | Block, path: Path): Diagnostic[] =>
  deprecated ? [{ severity: "warning", summary: `${formatPath(path)} is deprecated`, detail: deprecated, path }] : [];

const isSet = (value: Value): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
