import type { Type } from "../schema/type";
import { comment, inputOf } from "./interfaces";
import type { Argument, BlockModel, Computed } from "./model";
import { camelCase, pascalCase, suffixOf } from "./names";
import { rowOf, typeScriptOf } from "./type-script";

/** How a class reads, sets, resets and shows its argument; `held` is the member that keeps what was given. */
export function argumentAccessors(argument: Argument, held: string): string {
  const { name, isRequired, field } = argument;
  const property = camelCase(name);
  const reset = isRequired ? [] : [`  reset${suffixOf(name)}(): void { this.${held}.${property} = undefined; }`];
  const input = `  get ${property}Input(): ${inputOf(argument)} | undefined { return this.${held}.${property}; }`;
  return [...(field.kind === "block" ? put(argument, field, held) : set(argument, held)), ...reset, input].join("\n");
}

function set({ name, field }: Argument, held: string): string[] {
  const { input, output, read } = typeScriptOf((field as { type: Type }).type);
  const property = camelCase(name);
  return [
    `  get ${property}(): ${output} { return ${read(name)}; }`,
    `  set ${property}(value: ${input}) { this.${held}.${property} = value; }`,
  ];
}

function put(argument: Argument, { block, interface: type }: BlockModel, held: string): string[] {
  const property = camelCase(argument.name);
  const read =
    block === "one"
      ? `${type}OutputReference { return new ${type}OutputReference(this, "${argument.name}", false, 0); }`
      : `${type}List { return new ${type}List(this, "${argument.name}", ${block === "set"}); }`;
  return [
    `  get ${property}(): ${read}`,
    `  put${suffixOf(argument.name)}(value: ${inputOf(argument)}): void { this.${held}.${property} = value; }`,
  ];
}

/** A block that the class below has: what is put into it, is put there too. */
export function knownBlockAccessors(argument: Argument, held: string): string {
  const { name, isRequired } = argument;
  const [property, suffix] = [camelCase(name), suffixOf(name)];
  return [
    `  override put${suffix}(value: ${inputOf(argument)}): void { super.put${suffix}(value); this.${held}.${property} = value; }`,
    ...(isRequired
      ? []
      : [`  override reset${suffix}(): void { super.reset${suffix}(); this.${held}.${property} = undefined; }`]),
  ].join("\n");
}

/** The getter of what is computed; a list of objects has a class of its own. */
export function computedAccessor({ name, doc, type }: Computed, owner: string): string {
  const list = `${owner}${pascalCase(name)}List`;
  const [output, read] = rowOf(type)
    ? [list, `new ${list}(this, "${name}", ${type[0] === "set"})`]
    : [typeScriptOf(type).output, typeScriptOf(type).read(name)];
  return `${comment(doc)}\n  get ${camelCase(name)}(): ${output} { return ${read}; }`;
}
