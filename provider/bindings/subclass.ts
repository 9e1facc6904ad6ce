import { argumentAccessors, computedAccessor, knownBlockAccessors } from "./accessors";
import type { CommunityField } from "./community";
import { attributeTypes, comment, interfaces, properties } from "./interfaces";
import { type Argument, addedArguments, computedOf, loosened } from "./model";
import { camelCase, className, communityNames, fileName } from "./names";
import { blockClasses, rowClasses } from "./output-classes";
import { fileOf, type Source, synthesis } from "./source";

/** Lines that a file of source may have. */
const MOST_LINES = 300;

/** The class of a type that the community provider has: its class, with what it lacks; one that outgrows a file has its arguments in another. */
export function subclass(source: Source, known: ReadonlyMap<string, CommunityField>): [name: string, text: string][] {
  const name = className(source);
  const theirs = communityNames(source);
  const added = addedArguments(source.schema, known, { own: name, community: theirs.class });
  const imports = [`import * as community from "${theirs.module}";`, 'import * as cdktf from "cdktf";'];
  const more = [
    'import type { Construct } from "constructs";',
    'import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";',
  ];
  const optional = loosened(source.schema, known);
  const config = `export interface ${name}Config extends ${without(`community.${theirs.class}Config`, optional)} {\n${properties([...optional, ...added])}\n}`;
  const doc = `\`${source.type}\`: ${source.doc}`;
  const itself = [
    ...rowClasses(computedOf(source.schema, known), name),
    `${comment(doc, "")}\nexport class ${name} extends community.${theirs.class} {\n${body(source, known, { added, optional })}\n}`,
    `const attributes: AttributeTypes = {\n${attributeTypes(added)}\n};`,
  ];
  const [forms, classes] = [interfaces(added), blockClasses(added)];
  const whole = fileOf([...imports, ...more].join("\n"), ...forms, config, ...classes, ...itself);
  if (whole.split("\n").length <= MOST_LINES) return [[fileName(source), whole]];
  const file = fileName(source).replace(/\.ts$/, "-blocks");
  const text = itself.join("\n\n");
  const taken = `import { ${takenFrom([...forms, config, ...classes], text).join(", ")} } from "./${file}";`;
  const passedOn = `export type { ${name}Config } from "./${file}";`;
  return [
    [fileName(source), fileOf([...imports, ...more, taken].join("\n"), passedOn, text)],
    [`${file}.ts`, fileOf(imports.join("\n"), ...forms, config, ...classes)],
  ];
}

/** What of the exports a text names, as an import has them. */
function takenFrom(exports: readonly string[], text: string): string[] {
  const words = new Set(text.match(/\w+/g));
  return exports
    .flatMap((part) => [...part.matchAll(/^export (interface|class) (\w+)/gm)])
    .filter(([, , name = ""]) => words.has(name))
    .map(([, kind, name = ""]) => (kind === "interface" ? `type ${name}` : name))
    .sort();
}

const without = (type: string, optional: readonly Argument[]): string =>
  optional.length === 0 ? type : `Omit<${type}, ${optional.map(({ name }) => `"${camelCase(name)}"`).join(" | ")}>`;

function body(
  source: Source,
  known: ReadonlyMap<string, CommunityField>,
  { added, optional }: { readonly added: readonly Argument[]; readonly optional: readonly Argument[] },
): string {
  const name = className(source);
  const given = optional.length === 0 ? "config" : `config as community.${communityNames(source).class}Config`;
  const names = added.map((argument) => camelCase(argument.name));
  const isNeeded = [...known].some(([path, { isRequired }]) => isRequired && !path.includes("."));
  const fallback = isNeeded ? "" : " = {}";
  return [
    `  private readonly added: Writable<Pick<${name}Config, ${names.map((each) => `"${each}"`).join(" | ")}>>;`,
    `  constructor(scope: Construct, id: string, config: ${name}Config${fallback}) {
    super(scope, id, ${given});
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
