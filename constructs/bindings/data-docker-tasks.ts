import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import type { ServiceFilter } from "./data-docker-services";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerTasksConfig extends DockerDataSourceConfig, ServiceFilter {
  /** Also tasks that were replaced or have ended. @default false */
  readonly all?: boolean;
}

/** @public */
export class TaskSummary extends ComplexObject {
  get id(): string {
    return this.getStringAttribute("id");
  }

  /** `web.1`; of a global service with the hostname of its node, `web.node1`. */
  get name(): string {
    return this.getStringAttribute("name");
  }

  get service(): string {
    return this.getStringAttribute("service");
  }

  /** 0 for tasks of a global service. */
  get slot(): number {
    return this.getNumberAttribute("slot");
  }

  get image(): string {
    return this.getStringAttribute("image");
  }

  /** Hostname; empty where it has none yet. */
  get node(): string {
    return this.getStringAttribute("node");
  }

  get desiredState(): string {
    return this.getStringAttribute("desired_state");
  }

  get state(): string {
    return this.getStringAttribute("state");
  }

  get error(): string {
    return this.getStringAttribute("error");
  }

  get containerId(): string {
    return this.getStringAttribute("container_id");
  }
}

/** `docker_tasks`: the tasks of services and where they run, sorted by name, like `docker service ps`. */
export class DataDockerTasks extends DockerDataSource {
  static readonly tfResourceType = "docker_tasks";

  readonly tasks = new ComputedList(this, "tasks", TaskSummary);

  constructor(scope: Construct, id: string, config: DataDockerTasksConfig = {}) {
    super(scope, id, DataDockerTasks.tfResourceType, config);
  }

  /** Laid out like `docker service ps`, without ids and ages. */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
