import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerContainersConfig extends DockerDataSourceConfig {
  /** Stopped containers too, like `docker container ls -a`. @default false */
  readonly all?: boolean;
  /** What their names begin with. @default - any name */
  readonly namePrefix?: string;
  /** Labels that they all carry, with these values. @default - any labels */
  readonly labels?: Record<string, string>;
}

/** @public */
export class ContainerSummary extends ComplexObject {
  get id(): string {
    return this.getStringAttribute("id");
  }

  get name(): string {
    return this.getStringAttribute("name");
  }

  get image(): string {
    return this.getStringAttribute("image");
  }

  get command(): string {
    return this.getStringAttribute("command");
  }

  /** `created`, `running`, `paused`, `restarting`, `removing`, `exited` or `dead`. */
  get state(): string {
    return this.getStringAttribute("state");
  }

  get exitCode(): number {
    return this.getNumberAttribute("exit_code");
  }

  get labels(): Record<string, string> {
    return this.getStringMapAttribute("labels");
  }
}

/** `docker_containers`: the containers of an engine, sorted by name, like `docker container ls`. */
export class DataDockerContainers extends DockerDataSource {
  static readonly tfResourceType = "docker_containers";

  readonly containers = new ComputedList(this, "containers", ContainerSummary);

  constructor(scope: Construct, id: string, config: DataDockerContainersConfig = {}) {
    super(scope, id, DataDockerContainers.tfResourceType, config);
  }

  /** Laid out like `docker container ls`, without what changes by itself (ages). */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
