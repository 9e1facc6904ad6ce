import type { AnyAttribute } from "../attribute";
import type { Block, Fields } from "../block";
import type { Diagnostic } from "../diagnostic";
import type { AnyEphemeralResource } from "../ephemeral-resource";
import { blocksOf } from "../equal";
import { withoutNulls } from "../nulls";
import { formatPath, type Path } from "../path";
import type { AnyDataSource, AnyResource } from "../resource";
import { hasUnknown, type ObjectValue, UNKNOWN, type Value } from "../value";

/**
 * Every complaint about a configuration, each with its attribute path; what is unknown yet is not judged.
 *
 * @param client.writeOnly whether it is a Terraform that keeps what is write-only out of plan and state
 */
export function validateConfig(
  type: AnyResource | AnyDataSource | AnyEphemeralResource | { readonly schema: Fields },
  config: ObjectValue,
  client: { readonly writeOnly: boolean } = { writeOnly: true },
): Diagnostic[] {
  const whole = "validate" in type ? (type.validate?.(config) ?? []) : [];
  const kept = client.writeOnly ? [] : keptWriteOnly(type.schema, config);
  return [...kept, ...validateObject(type.schema, config, []), ...whole];
}

/** A Terraform that knows of nothing write-only would keep the value as any other. */
const keptWriteOnly = (fields: Fields, config: ObjectValue): Diagnostic[] =>
  Object.entries(fields).flatMap(([name, { options }]) =>
    "writeOnly" in options && isSet(config[name])
      ? [
          {
            severity: "error",
            summary: `${name} needs Terraform 1.11 or newer`,
            detail: `It is write-only: in no plan and no state. This Terraform would keep it in both; use Terraform or OpenTofu 1.11 or newer, or remove \`${name}\`.`,
            path: [name],
          },
        ]
      : [],
  );

function validateObject(fields: Fields, config: ObjectValue, at: Path): Diagnostic[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = config[name];
    const path = [...at, name];
    if (field.kind === "attribute" && isEmptyAndMeant(field, value)) return validateAttribute(field, value, path);
    if (!isSet(value)) return [];
    const found = field.kind === "block" ? validateBlocks(field, value, path) : validateAttribute(field, value, path);
    return [...found, ...together(fields, config, name, path), ...deprecation(field, path)];
  });
}

/** An empty list asks for nothing beside others; where it is not the zero value, it is wrong or right by itself. */
const isEmptyAndMeant = ({ options }: AnyAttribute, value: Value): boolean =>
  Array.isArray(value) && value.length === 0 && !("zero" in options);

function validateAttribute(attribute: AnyAttribute, value: Value, path: Path): Diagnostic[] {
  if (hasUnknown(value)) return [];
  const complaint = isWithNull(value) ? NULL_ITEM : attribute.options.validate?.(withoutNulls(attribute.type, value));
  return complaint
    ? [{ severity: "error", summary: `invalid value for ${formatPath(path)}`, detail: complaint, path }]
    : [];
}

const isWithNull = (value: Value): boolean => Array.isArray(value) && value.includes(undefined);

const NULL_ITEM = "an item is null; leave it out: `[for item in LIST : item if item != null]`";

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

type Together = (name: string, other: string) => Omit<Diagnostic, "path">;

const refused: Together = (name, other) => ({
  severity: "error",
  summary: `${name} conflicts with ${other}`,
  detail: `only one of the two can be set; remove \`${name}\` or \`${other}\``,
});

const idle: Together = (name, other) => ({
  severity: "warning",
  summary: `${name} has no effect beside ${other}`,
  detail: `remove \`${name}\`, or \`${other}\` where \`${name}\` is meant`,
});

/** What the field says of others that are asked for beside it. */
function together(fields: Fields, config: ObjectValue, name: string, path: Path): Diagnostic[] {
  const asks = (each: string) => fields[each] !== undefined && isAsked(fields[each], config[each]);
  const { conflictsWith = [], idleBeside = [] } = fields[name]!.options;
  if (!asks(name)) return [];
  return [
    ...conflictsWith.filter(asks).map((other) => ({ ...refused(name, other), path })),
    ...idleBeside.filter(asks).map((other) => ({ ...idle(name, other), path })),
  ];
}

/** An empty text, `false` and the zero value ask for nothing, as null does; what is unknown is not judged. */
const isAsked = ({ options }: AnyAttribute | Block, value: Value): boolean =>
  isSet(value) &&
  value !== UNKNOWN &&
  value !== "" &&
  value !== false &&
  !("zero" in options && value === options.zero);

/** Terraform shows which attributes are deprecated in the schema alone; that one is used is the provider's to say. */
const deprecation = ({ options: { deprecated } }: AnyAttribute | Block, path: Path): Diagnostic[] =>
  deprecated ? [{ severity: "warning", summary: `${formatPath(path)} is deprecated`, detail: deprecated, path }] : [];

const isSet = (value: Value): boolean => value !== undefined && !(Array.isArray(value) && value.length === 0);
