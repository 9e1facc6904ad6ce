import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerNodesConfig extends DockerDataSourceConfig {
  /** Addresses of the managers' engines; the first that answers is asked. @default - `engine` alone */
  readonly managers?: string[];
  /** Id of the swarm. @default - any */
  readonly swarm?: string;
}

/** @public */
export class NodeSummary extends ComplexObject {
  get id(): string {
    return this.getStringAttribute("id");
  }

  get hostname(): string {
    return this.getStringAttribute("hostname");
  }

  get role(): string {
    return this.getStringAttribute("role");
  }

  get status(): string {
    return this.getStringAttribute("status");
  }

  get availability(): string {
    return this.getStringAttribute("availability");
  }

  get leader(): ReturnType<ComplexObject["getBooleanAttribute"]> {
    return this.getBooleanAttribute("leader");
  }

  /** Of a manager: `reachable` or `unreachable`; empty for a worker. */
  get reachability(): string {
    return this.getStringAttribute("reachability");
  }

  get address(): string {
    return this.getStringAttribute("address");
  }

  get engineVersion(): string {
    return this.getStringAttribute("engine_version");
  }

  get labels(): Record<string, string> {
    return this.getStringMapAttribute("labels");
  }
}

/** `docker_nodes`: the nodes of a swarm, sorted by hostname, like `docker node ls`. */
export class DataDockerNodes extends DockerDataSource {
  static readonly tfResourceType = "docker_nodes";

  readonly nodes = new ComputedList(this, "nodes", NodeSummary);

  constructor(scope: Construct, id: string, config: DataDockerNodesConfig = {}) {
    super(scope, id, DataDockerNodes.tfResourceType, config);
  }

  /** Laid out like `docker node ls`. */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
