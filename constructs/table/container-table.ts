import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataDockerContainers, type DataDockerContainersConfig } from "../bindings/data-docker-containers";
import { readAfterAll } from "./after-all";

export interface ContainerTableProps extends DataDockerContainersConfig {
  /** What must be made before the table is drawn. @default - every container of the stack */
  readonly dependsOn?: ITerraformDependable[];
}

/** The engine's containers as a table, like `docker container ls`; with `all` like `docker container ls -a`. */
export class ContainerTable extends Construct {
  readonly data: DataDockerContainers;

  constructor(scope: Construct, id: string, props: ContainerTableProps = {}) {
    super(scope, id);
    this.data = new DataDockerContainers(this, "Resource", props);
    if (!props.dependsOn) readAfterAll(this.data, ["docker_container"]);
  }

  get output(): string {
    return this.data.table;
  }
}
