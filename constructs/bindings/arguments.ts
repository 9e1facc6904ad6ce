import type { TerraformMetaArguments } from "cdktf";

/** An attribute that every `docker_*` type of docker-stages' provider has, beside the provider's own `host`. */
export interface EngineArgument {
  /**
   * Engine that holds the object: `unix://`, `tcp://`, `ssh://` or `container://NAME[,NAME…]`.
   * @default - the provider's
   */
  readonly engine?: string;
}

/** A config's two halves: what cdktf's element takes, and the attributes under Terraform's names. */
export function divide(type: `docker_${string}`, config: TerraformMetaArguments & EngineArgument) {
  const { provider, dependsOn, count, lifecycle, forEach, provisioners, connection, ...attributes } = config;
  const meta = { provider, dependsOn, count, lifecycle, forEach, provisioners, connection };
  return {
    element: { terraformResourceType: type, terraformGeneratorMetadata: { providerName: "docker" }, ...meta },
    attributes: snakeKeys(attributes),
  };
}

/**
 * TypeScript's names to Terraform's, one level deep: the keys inside are the user's own (labels, environment). A nested
 * block goes through this once more.
 */
export const snakeKeys = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [snakeCase(name), value]));

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
