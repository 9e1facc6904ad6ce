import { argumentAccessors, computedAccessor } from "./accessors";
import { attributeTypes, comment, interfaces, properties } from "./interfaces";
import { type Argument, argumentsOf, type Computed, computedOf } from "./model";
import { className } from "./names";
import { blockClasses, rowClasses } from "./output-classes";
import { fileOf, type Source, synthesis } from "./source";

/** The class of a type that the community provider lacks. */
export function wholeClass(source: Source): string {
  const name = className(source);
  const all = argumentsOf(source.schema, name);
  const computed = computedOf(source.schema);
  return fileOf(
    [
      'import * as cdktf from "cdktf";',
      'import type { Construct } from "constructs";',
      'import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";',
    ].join("\n"),
    ...interfaces(all),
    config(source, all),
    ...blockClasses(all),
    ...rowClasses(computed, name),
    `${comment(`\`${source.type}\`: ${source.doc}`, "")}\nexport class ${name} extends ${base(source)} {\n${body(source, all, computed)}\n}`,
    `const attributes: AttributeTypes = {\n${attributeTypes(all)}\n};`,
  );
}

const base = ({ kind }: Source) => (kind === "data" ? "cdktf.TerraformDataSource" : "cdktf.TerraformResource");

const config = (source: Source, all: readonly Argument[]) =>
  `export interface ${className(source)}Config extends cdktf.TerraformMetaArguments {\n${properties(all)}\n}`;

function body(source: Source, all: readonly Argument[], computed: readonly Computed[]): string {
  const name = className(source);
  return [
    `  static readonly tfResourceType = "${source.type}";`,
    `  private readonly given: Writable<${name}Config>;`,
    source.isImportable ? importing(source.type) : "",
    initializer(source, all),
    ...all.map((argument) => argumentAccessors(argument, "given")),
    ...computed.map((each) => computedAccessor(each, name)),
    synthesis("given", false),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

const importing = (type: string) => `  static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "${type}", importId: importFromId, provider });
  }`;

const metaArguments = ["provider", "dependsOn", "count", "lifecycle", "provisioners", "connection", "forEach"];

function initializer(source: Source, all: readonly Argument[]): string {
  const fallback = all.some(({ isRequired }) => isRequired) ? "" : " = {}";
  return `  constructor(scope: Construct, id: string, config: ${className(source)}Config${fallback}) {
    super(scope, id, {
      terraformResourceType: "${source.type}",
      terraformGeneratorMetadata: { providerName: "docker" },
${metaArguments.map((name) => `      ${name}: config.${name},`).join("\n")}
    });
    this.given = { ...config };
  }`;
}
