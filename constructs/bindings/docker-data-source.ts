import { TerraformDataSource, type TerraformMetaArguments } from "cdktf";
import type { Construct } from "constructs";
import { type EngineArgument, snakeKeys } from "./arguments";

/** What every data source of docker-stages' own takes. */
export interface DockerDataSourceConfig extends TerraformMetaArguments, EngineArgument {}

/** Base of the classes for data sources that `@cdktf/provider-docker` lacks; see `DockerResource`. */
export abstract class DockerDataSource extends TerraformDataSource {
  readonly engine?: string;
  private readonly attributes: Record<string, unknown>;

  protected constructor(scope: Construct, id: string, type: `docker_${string}`, config: DockerDataSourceConfig) {
    const { provider, dependsOn, count, lifecycle, forEach, provisioners, connection, ...attributes } = config;
    super(scope, id, {
      terraformResourceType: type,
      terraformGeneratorMetadata: { providerName: "docker" },
      provider,
      dependsOn,
      count,
      lifecycle,
      forEach,
    });
    this.engine = config.engine;
    this.attributes = snakeKeys(attributes);
  }

  protected override synthesizeAttributes(): Record<string, unknown> {
    return this.attributes;
  }

  protected override synthesizeHclAttributes(): Record<string, unknown> {
    return this.attributes;
  }
}
