import type { Argument, BlockModel } from "./model";
import { camelCase } from "./names";
import { typeScriptOf } from "./type-script";

/** A doc comment of one line. */
export const comment = (text: string, indent = "  "): string => `${indent}/** ${text.replaceAll("*/", "*\\/")} */`;

/** The type that an argument is given in. */
export const inputOf = ({ field }: Argument): string =>
  field.kind === "attribute"
    ? typeScriptOf(field.type).input
    : field.block === "one"
      ? field.interface
      : `${field.interface}[] | cdktf.IResolvable`;

/** The fields of a config or of a block's interface. */
export const properties = (all: readonly Argument[]): string =>
  all
    .flatMap((each) => [
      comment(each.doc),
      `  readonly ${camelCase(each.name)}${each.isRequired ? "" : "?"}: ${inputOf(each)};`,
    ])
    .join("\n");

/** The interfaces of the blocks among the arguments, the inner ones first. */
export const interfaces = (all: readonly Argument[]): string[] =>
  all.flatMap(({ field, doc }) =>
    field.kind === "attribute" ? [] : [...interfaces(field.arguments), blockInterface(field, doc)],
  );

const blockInterface = (block: BlockModel, doc: string): string =>
  [
    comment(doc, ""),
    `export interface ${block.interface}${block.extends ? ` extends community.${block.extends}` : ""} {`,
    properties(block.arguments),
    "}",
  ].join("\n");

/** The table by which the arguments are written: see `constructs/attributes.ts`. */
export const attributeTypes = (all: readonly Argument[], indent = "  "): string =>
  all
    .map(({ name, field }) => {
      if (field.kind === "attribute") return `${indent}${name}: ${JSON.stringify(field.type).replaceAll(",", ", ")},`;
      const inner = attributeTypes(field.arguments, `${indent}  `);
      const known = field.extends ? " known: true," : "";
      return `${indent}${name}: { block: "${field.block}",${known} of: {\n${inner}\n${indent}} },`;
    })
    .join("\n");
