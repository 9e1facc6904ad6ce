import type { IConstruct } from "constructs";
import type { DockerSwarm } from "../bindings/docker-swarm";
import type { DockerSwarmNode } from "../bindings/docker-swarm-node";

/** A swarm that services can be deployed to. */
export interface Cluster {
  /** Address of the engine to deploy to: a literal, so that other stacks can use it too. */
  readonly engine: string;
  /** Addresses of the managers' engines. */
  readonly managers: string[];
  readonly swarm: DockerSwarm;
  /** In their order: node1, node2, … */
  readonly nodes: readonly DockerSwarmNode[];
  /**
   * Puts every `docker_*` resource at or under `construct` on the swarm, made once all its nodes are ready and removed
   * before them, and returns `construct`. For another stack: `onEngine(construct, cluster.engine)` and `addDependency`.
   */
  place<T extends IConstruct>(construct: T): T;
}
