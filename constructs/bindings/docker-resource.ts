import { type TerraformMetaArguments, TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { divide, type EngineArgument } from "./arguments";

/** What every resource of docker-stages' own takes. */
export interface DockerResourceConfig extends TerraformMetaArguments, EngineArgument {}

/**
 * Base of the classes for resources that `@cdktf/provider-docker` lacks. A subclass is its config, whose keys are the
 * attributes in camelCase, and a getter for each computed attribute.
 */
export abstract class DockerResource extends TerraformResource {
  readonly engine?: string;
  private readonly attributes: Record<string, unknown>;

  protected constructor(scope: Construct, id: string, type: `docker_${string}`, config: DockerResourceConfig) {
    const { element, attributes } = divide(type, config);
    super(scope, id, element);
    this.engine = config.engine;
    this.attributes = attributes;
  }

  get id(): string {
    return this.getStringAttribute("id");
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}
