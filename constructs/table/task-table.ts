import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataDockerTasks, type DataDockerTasksConfig } from "../bindings/data-docker-tasks";
import { readAfterAll } from "./after-all";

export interface TaskTableProps extends DataDockerTasksConfig {
  /** What must be made before the table is drawn. @default - every service of the stack */
  readonly dependsOn?: ITerraformDependable[];
}

/** The tasks of a swarm's services and where they run as a table, like `docker service ps`. */
export class TaskTable extends Construct {
  readonly data: DataDockerTasks;

  constructor(scope: Construct, id: string, props: TaskTableProps = {}) {
    super(scope, id);
    this.data = new DataDockerTasks(this, "Resource", props);
    if (!props.dependsOn) readAfterAll(this.data, ["docker_service"]);
  }

  get output(): string {
    return this.data.table;
  }
}
