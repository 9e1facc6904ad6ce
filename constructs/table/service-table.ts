import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataDockerServices, type DataDockerServicesConfig } from "../bindings/data-docker-services";
import { readAfterAll } from "./after-all";

export interface ServiceTableProps extends DataDockerServicesConfig {
  /** What must be made before the table is drawn. @default - every service of the stack */
  readonly dependsOn?: ITerraformDependable[];
}

/** A swarm's services as a table, like `docker stack services`. */
export class ServiceTable extends Construct {
  readonly data: DataDockerServices;

  constructor(scope: Construct, id: string, props: ServiceTableProps = {}) {
    super(scope, id);
    this.data = new DataDockerServices(this, "Resource", props);
    if (!props.dependsOn) readAfterAll(this.data, ["docker_service"]);
  }

  get output(): string {
    return this.data.table;
  }
}

/** The stacks that a swarm's services belong to, like `docker stack ls`. */
export class StackTable extends ServiceTable {
  override get output(): string {
    return this.data.stackTable;
  }
}
