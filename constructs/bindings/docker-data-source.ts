import { TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { divide, type EngineArgument } from "./arguments";

/** What every data source of docker-stages' own takes. */
export interface DockerDataSourceConfig extends TerraformMetaArguments, EngineArgument {}

/** Base of the classes for data sources that `@cdktf/provider-docker` lacks; see `DockerResource`. */
export abstract class DockerDataSource extends TerraformDataSource {
  readonly engine?: string;
  private readonly attributes: Record<string, unknown>;

  protected constructor(scope: Construct, id: string, type: `docker_${string}`, config: DockerDataSourceConfig) {
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
