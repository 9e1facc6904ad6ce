import type { IConstruct } from "constructs";
import type { DockerSwarm } from "../bindings/docker-swarm";
import type { DockerSwarmNode } from "../bindings/docker-swarm-node";
import type { BuiltImage } from "../image/built-image";
import type { PushedImage } from "./pushed-image";

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
  /**
   * Brings an image that is built to every node: it is built on the first node and pushed to a registry that all pull
   * from. What is returned is the image to give to services.
   *
   * @throws ConstructError `push-name`, `push-twice`, `hosts-registry-missing`, `cluster-subnet-registry`
   */
  push(image: BuiltImage): PushedImage;
}
