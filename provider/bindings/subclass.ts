import { argumentAccessors, computedAccessor, knownBlockAccessors } from "./accessors";
import type { CommunityField } from "./community";
import { attributeTypes, comment, interfaces, properties } from "./interfaces";
import { type Argument, addedArguments, computedOf } from "./model";
import { camelCase, className, communityNames } from "./names";
import { blockClasses, rowClasses } from "./output-classes";
import { fileOf, type Source, synthesis } from "./source";

/** The class of a type that the community provider has: its class, with what it lacks. */
export function subclass(source: Source, known: ReadonlyMap<string, CommunityField>): string {
  const name = className(source);
  const theirs = communityNames(source);
  const added = addedArguments(source.schema, known, { own: name, community: theirs.class });
  const doc = `\`${source.type}\`: ${source.doc}`;
  return fileOf(
    [
      `import * as community from "${theirs.module}";`,
      'import * as cdktf from "cdktf";',
      'import type { Construct } from "constructs";',
      'import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";',
    ].join("\n"),
    ...interfaces(added),
    `export interface ${name}Config extends community.${theirs.class}Config {\n${properties(added)}\n}`,
    ...blockClasses(added),
    ...rowClasses(computedOf(source.schema, known), name),
    `${comment(doc, "")}\nexport class ${name} extends community.${theirs.class} {\n${body(source, known, added)}\n}`,
    `const attributes: AttributeTypes = {\n${attributeTypes(added)}\n};`,
  );
}

function body(source: Source, known: ReadonlyMap<string, CommunityField>, added: readonly Argument[]): string {
  const name = className(source);
  const names = added.map((argument) => camelCase(argument.name));
  const isNeeded = [...known].some(([path, { isRequired }]) => isRequired && !path.includes("."));
  const fallback = isNeeded ? "" : " = {}";
  return [
    `  private readonly added: Writable<Pick<${name}Config, ${names.map((each) => `"${each}"`).join(" | ")}>>;`,
    `  constructor(scope: Construct, id: string, config: ${name}Config${fallback}) {
    super(scope, id, config);
    this.added = { ${names.map((each) => `${each}: config.${each}`).join(", ")} };
  }`,
    ...added.map((argument) =>
      argument.field.kind === "block" && argument.field.extends
        ? knownBlockAccessors(argument, "added")
        : argumentAccessors(argument, "added"),
    ),
    ...computedOf(source.schema, known).map((each) => computedAccessor(each, name)),
    synthesis("added", true),
  ].join("\n\n");
}
