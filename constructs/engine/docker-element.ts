import { TerraformDataSource, TerraformResource } from "cdktf";
import type { IConstruct } from "constructs";

/** A `docker_*` resource or data source, of whichever class. */
export type DockerElement = TerraformResource | TerraformDataSource;

export const isDockerElement = (node: IConstruct): node is DockerElement =>
  (TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node)) &&
  node.terraformResourceType.startsWith("docker_");
