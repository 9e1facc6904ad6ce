import type { Type } from "../schema/type";
import { comment } from "./interfaces";
import type { Argument, Computed } from "./model";
import { camelCase, pascalCase } from "./names";
import { rowOf, typeScriptOf } from "./type-script";

/** Classes for the blocks that can be read, `labels.get(0)`; those that the community has are read by its own. */
export const blockClasses = (all: readonly Argument[]): string[] =>
  all.flatMap(({ field, doc }) => {
    if (field.kind === "attribute" || field.extends) return [];
    const inner = field.arguments.flatMap(({ name, field: each }): [string, Type][] =>
      each.kind === "attribute" ? [[name, each.type]] : [],
    );
    const reference = outputReference(field.interface, Object.fromEntries(inner), doc);
    return field.block === "one" ? [reference] : [reference, outputList(field.interface)];
  });

/** Classes for the computed lists of objects, `nodes.get(0)`. */
export const rowClasses = (computed: readonly Computed[], owner: string): string[] =>
  computed.flatMap(({ name, doc, type }) => {
    const fields = rowOf(type);
    const row = owner + pascalCase(name);
    return fields ? [outputReference(row, fields, doc), outputList(row)] : [];
  });

/** The class of an object that is read, `fields` its attributes. */
const outputReference = (name: string, fields: { readonly [name: string]: Type }, doc: string): string =>
  [
    comment(doc, ""),
    `export class ${name}OutputReference extends cdktf.ComplexObject {`,
    ...Object.entries(fields).map(([field, type]) => reader(field, type)),
    "}",
  ].join("\n");

const reader = (name: string, type: Type): string => {
  const { output, read } = typeScriptOf(type);
  return `  get ${camelCase(name)}(): ${output} { return ${read(name)}; }`;
};

/** The class of a list of such objects. */
const outputList = (name: string): string => `export class ${name}List extends cdktf.ComplexList {
  get(index: number): ${name}OutputReference {
    return new ${name}OutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}`;
