import type { AnyAttribute, Block, Fields } from "../schema";
import type { Type } from "../schema/type";
import type { CommunityField } from "./community";
import { pascalCase } from "./names";

/** What an interface says of an argument. */
export interface Argument {
  readonly name: string;
  readonly doc: string;
  readonly isRequired: boolean;
  readonly field: AnyAttribute | BlockModel;
}

/** A nested block as an interface. */
export interface BlockModel {
  readonly kind: "block";
  readonly block: "one" | "list" | "set";
  /** Of the interface: `DockerServiceMode`. */
  readonly interface: string;
  /** The community's interface that it extends, where the block is in 3.6.2. */
  readonly extends?: string;
  /** All of a new block's fields; of a known one those that are new, and the blocks that have such. */
  readonly arguments: readonly Argument[];
}

export const isArgument = (field: AnyAttribute | Block): boolean =>
  field.kind === "block" || Boolean(field.options.optional || field.options.required);

/** Every argument of the fields, in their order. */
export const argumentsOf = (fields: Fields, owner: string): Argument[] =>
  Object.entries(fields)
    .filter(([, field]) => isArgument(field))
    .map(([name, field]) => ({
      name,
      doc: docOf(field),
      isRequired: field.kind === "block" ? (field.options.min ?? 0) > 0 : field.options.required === true,
      field: field.kind === "block" ? newBlock(field, owner + pascalCase(name)) : field,
    }));

const newBlock = (block: Block, name: string): BlockModel => ({
  kind: "block",
  block: shapeOf(block),
  interface: name,
  arguments: argumentsOf(block.fields, name),
});

const shapeOf = ({ options, nesting }: Block): BlockModel["block"] => (options.max === 1 ? "one" : nesting);

/** What the fields have beyond the community's, as arguments; `names` are those of the class and the community's. */
export function addedArguments(
  fields: Fields,
  known: ReadonlyMap<string, CommunityField>,
  names: { readonly own: string; readonly community: string },
  above = "",
): Argument[] {
  return Object.entries(fields).flatMap(([name, field]): Argument[] => {
    const path = above + name;
    const theirs = known.get(path);
    if (!theirs) return isArgument(field) ? argumentsOf({ [name]: field }, names.own) : [];
    if (field.kind === "attribute") return [];
    const inner = { own: names.own + pascalCase(name), community: names.community + pascalCase(name) };
    const added = addedArguments(field.fields, known, inner, `${path}.`);
    if (added.length === 0) return [];
    const block: BlockModel = {
      kind: "block",
      block: theirs.isSingle ? "one" : shapeOf(field),
      interface: inner.own,
      extends: inner.community,
      arguments: added,
    };
    return [{ name, doc: docOf(field), isRequired: theirs.isRequired, field: block }];
  });
}

/** Arguments that the community's class insists on, and the provider does not. */
export const loosened = (fields: Fields, known: ReadonlyMap<string, CommunityField>): Argument[] =>
  argumentsOf(fields, "").filter(({ name, isRequired }) => !isRequired && known.get(name)?.isRequired === true);

/** What the provider alone gives. */
export interface Computed {
  readonly name: string;
  readonly doc: string;
  readonly type: Type;
}

export const computedOf = (fields: Fields, known?: ReadonlyMap<string, CommunityField>): Computed[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === "block" || isArgument(field) || known?.has(name) || (known && name === "id")
      ? []
      : [{ name, doc: field.options.doc, type: field.type }],
  );

function docOf(field: AnyAttribute | Block): string {
  const { doc, deprecated } = field.options;
  const fallback = field.kind === "attribute" ? field.options.default : undefined;
  return [
    doc,
    fallback === undefined ? "" : `@default ${JSON.stringify(fallback)}`,
    deprecated ? `@deprecated ${deprecated}` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
