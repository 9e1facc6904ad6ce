/** Steps from the root of a resource to one of its values: attribute names, list indexes. */
export type Path = readonly (string | number)[];

/** As Terraform users write it: `networks_advanced[0].name`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    return text ? `${text}.${step}` : step;
  }, "");
}
