import type { AnyFunction, Fields } from "../schema";
import { listFields, wordFor } from "./fields";

export interface Documented {
  readonly title: string;
  readonly doc: string;
  readonly schema: Fields;
  /** Configuration in Terraform's language. */
  readonly example?: string;
  /** How `terraform import` names the object. @default - it cannot be imported */
  readonly importable?: boolean;
}

/** A type's page, as a Terraform registry would show it. */
export function page({ title, doc, schema, example, importable }: Documented): string {
  const parts = [
    `# ${title}`,
    doc,
    example === undefined ? "" : `\`\`\`terraform\n${example.trim()}\n\`\`\``,
    section("Arguments", listFields(schema, "argument")),
    section("Attributes", listFields(schema, "attribute")),
    importable ? section("Import", imports(title.split(" ").at(-1)!)) : "",
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** A function's page. */
export function functionPage({ name, doc, parameter, returns }: AnyFunction, example: string | undefined): string {
  const parts = [
    `# Function ${name}`,
    doc,
    "It needs Terraform 1.8 or OpenTofu 1.7. A text that it cannot read is an error of the line that has it.",
    example === undefined ? "" : `\`\`\`terraform\n${example.trim()}\n\`\`\``,
    section("Arguments", `- \`${parameter.name}\` (string, required) ${parameter.doc}`),
    section("Returns", wordFor(returns)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The object is on the provider's engine, or on another one. */
const imports = (type: string): string =>
  `\`\`\`sh\nterraform import ${type}.NAME ID\nterraform import ${type}.NAME 'ENGINE|ID'\n\`\`\``;

const section = (heading: string, list: string): string => (list === "" ? "" : `## ${heading}\n\n${list}`);
