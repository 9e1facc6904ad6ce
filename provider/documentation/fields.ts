import type { AnyAttribute, Block, Fields } from "../schema";
import type { Type } from "../schema/type";

/** Which of a schema's fields a list shows: what a user can write, or what the provider alone gives. */
export type Kind = "argument" | "attribute";

/** The fields of a schema as a Markdown list, blocks with their own fields indented below them. */
export function listFields(fields: Fields, kind: Kind, indent = ""): string {
  return Object.entries(fields)
    .filter(([, field]) => kindOf(field) === kind)
    .sort(([nameA, a], [nameB, b]) => Number(isRequired(b)) - Number(isRequired(a)) || (nameA < nameB ? -1 : 1))
    .map(([name, field]) => listField(name, field, kind, indent))
    .join("\n");
}

const kindOf = (field: AnyAttribute | Block): Kind =>
  field.kind === "attribute" && !field.options.required && !field.options.optional ? "attribute" : "argument";

const isRequired = (field: AnyAttribute | Block): boolean =>
  field.kind === "attribute" ? field.options.required === true : (field.options.min ?? 0) > 0;

function listField(name: string, field: AnyAttribute | Block, kind: Kind, indent: string): string {
  const facts = field.kind === "attribute" ? attributeFacts(field) : blockFacts(field);
  const line = `${indent}- \`${name}\` (${facts.join(", ")}) ${field.options.doc}${deprecation(field)}`;
  if (field.kind === "attribute") return line;
  return [line, listFields(field.fields, kind, `${indent}  `), listFields(field.fields, "attribute", `${indent}  `)]
    .filter((part) => part !== "")
    .join("\n");
}

function attributeFacts({ type, options }: AnyAttribute): string[] {
  const { required, optional, computed, sensitive, writeOnly, forceNew, default: fallback } = options;
  return [
    wordFor(type),
    required ? "required" : optional && computed ? "chosen where unset" : "",
    fallback === undefined ? "" : `default \`${JSON.stringify(fallback)}\``,
    sensitive ? "sensitive" : "",
    writeOnly ? "write-only" : "",
    typeof forceNew === "function" ? "some changes replace" : forceNew ? "a change replaces" : "",
    ...besides(options),
  ].filter((fact) => fact !== "");
}

function blockFacts({ nesting, options }: Block): string[] {
  const { min = 0, max, forceNew } = options;
  return [
    max === 1 ? "block" : nesting === "set" ? "set of blocks" : "list of blocks",
    min > 0 ? "required" : "",
    max !== undefined && max > 1 ? `at most ${max}` : "",
    forceNew ? "a change replaces" : "",
    ...besides(options),
  ].filter((fact) => fact !== "");
}

const besides = ({ conflictsWith, idleBeside }: (AnyAttribute | Block)["options"]): string[] => [
  conflictsWith ? `not with ${named(conflictsWith)}` : "",
  idleBeside ? `no effect beside ${named(idleBeside)}` : "",
];

const named = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

const deprecation = ({ options }: AnyAttribute | Block): string =>
  options.deprecated ? ` **Deprecated:** ${options.deprecated}.` : "";

/** `["list", "string"]` as people say it. */
export function wordFor(type: Type): string {
  if (typeof type === "string") return type;
  if (type[0] === "object")
    return `object of ${Object.keys(type[1])
      .map((name) => `\`${name}\``)
      .join(", ")}`;
  return `${type[0]} of ${wordFor(type[1] as Type)}`;
}
