import type { Construct } from "constructs";
import { DockerResource, type DockerResourceConfig } from "./docker-resource";
import type { SwarmLabel } from "./docker-swarm";

export interface DockerSwarmNodeConfig extends DockerResourceConfig {
  /** Addresses of the managers' engines. */
  readonly managers: string[];
  /** Id of the swarm. @default - the one that the managers are in */
  readonly swarm?: string;
  /** A change promotes or demotes in place. @default "worker" */
  readonly role?: "worker" | "manager";
  /** A change is made in place. @default "active" */
  readonly availability?: "active" | "pause" | "drain";
  /** For placement constraints: `node.labels.LABEL`. A change is made in place. */
  readonly labels?: SwarmLabel[];
  /** Address or interface under which the others reach the node, with or without port. @default - the engine's choice */
  readonly advertiseAddr?: string;
  /** Address on which the node listens while it is a manager. @default "0.0.0.0:2377" */
  readonly listenAddr?: string;
  /** Address or interface for the traffic of the node's containers. @default - that of `advertiseAddr` */
  readonly dataPathAddr?: string;
  /** What the engine runs on, a container's id for instance: after a change the node is waited for. */
  readonly incarnation?: string;
}

/** `docker_swarm_node`: an engine's membership in a swarm, like `docker swarm join`. */
export class DockerSwarmNode extends DockerResource {
  static readonly tfResourceType = "docker_swarm_node";

  constructor(scope: Construct, id: string, config: DockerSwarmNodeConfig) {
    super(scope, id, DockerSwarmNode.tfResourceType, config);
  }

  get hostname(): string {
    return this.getStringAttribute("hostname");
  }

  get address(): string {
    return this.getStringAttribute("address");
  }

  /** `ready`, or what keeps it from being so: an apply brings it back. */
  get status(): string {
    return this.getStringAttribute("status");
  }
}
