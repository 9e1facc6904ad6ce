import { own } from "../../foreign/own";

const words = (name: string): string[] => name.split("_");
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** `working_dir` becomes `WorkingDir`. */
export const pascalCase = (name: string): string => words(name).map(capital).join("");

/** Names that cdktf gives to no property, since other languages have them for something else. */
const RESERVED: Readonly<Record<string, string>> = { build: "buildAttribute" };

/** `working_dir` becomes `workingDir`. */
export const camelCase = (name: string): string => {
  const [first = "", ...others] = words(name);
  return own(RESERVED, name) ?? first + others.map(capital).join("");
};

/** The end of a property's methods: `putWorkingDir`. */
export const suffixOf = (name: string): string => capital(camelCase(name));

/** A resource or a data source: both can be called `docker_image`. */
export interface Named {
  readonly kind: "resource" | "data";
  readonly type: string;
}

/** `docker_image`, `data.docker_image`: how Terraform refers to them. */
export const address = ({ kind, type }: Named): string => (kind === "data" ? `data.${type}` : type);

/** `DockerImage`, `DataDockerImage`. */
export const className = ({ kind, type }: Named): string => `${kind === "data" ? "Data" : ""}${pascalCase(type)}`;

/** `docker-image.ts`, `data-docker-image.ts`. */
export const fileName = ({ kind, type }: Named): string =>
  `${kind === "data" ? "data-" : ""}${type.replaceAll("_", "-")}.ts`;

/** What `@cdktf/provider-docker` calls it: `image` and `Image`, `data-docker-image` and `DataDockerImage`. */
export function communityNames({ kind, type }: Named): { readonly module: string; readonly class: string } {
  const name = kind === "data" ? `data_${type}` : type.replace("docker_", "");
  return { module: `@cdktf/provider-docker/lib/${name.replaceAll("_", "-")}`, class: pascalCase(name) };
}
