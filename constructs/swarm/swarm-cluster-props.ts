import type { ImageReference } from "../image/image-reference";
import type { ClusterRegistry } from "./registry-cache";
import type { SwarmSettings } from "./swarm-members";

export interface SwarmClusterProps {
  /** What the names of its objects begin with: `NAME-node1`. @default - the construct's path, joined by "-", behind the context's `prefix` */
  readonly name?: string;
  /** The first nodes. An odd number: 3 survive the loss of one. @default 1 */
  readonly managers?: number;
  /** The nodes after them. @default 2 */
  readonly workers?: number;
  /** Image that holds an engine. @default - Docker Hub's `docker:dind` */
  readonly nodeImage?: ImageReference;
  /** IPv4 network of the nodes, none that the machine uses. @default - context `subnet`, else `10.213.0.0/24` */
  readonly subnet?: string;
  /** Ports of the first node by ports of this machine's 127.0.0.1: `{ 80: 8080 }`. @default - none */
  readonly ports?: Readonly<Record<string, number>>;
  /**
   * Where the nodes get Docker Hub's images: `{ upstream }`, `{ volume }`, or `false`, which lets each fetch them for
   * itself.
   * @default - the volume that context `registryVolume` names, else a cache of Docker Hub
   */
  readonly registry?: ClusterRegistry | false;
  /**
   * Labels of the containers, volumes, network and swarm. Docker cannot change them, so a change replaces all of it, data
   * included.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /** Labels of nodes in the swarm, by hostname, for placement: `{ node2: { disk: "ssd" } }`. @default - none */
  readonly nodeLabels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Memory limit of each node, in MiB. @default - none */
  readonly memory?: number;
  /** Processors that each node may use, 0.5 for instance. @default - all */
  readonly cpus?: number;
  /**
   * Settings of the swarm, as `docker_swarm` has them: `taskHistoryLimit`, `autolock`, `exposeJoinTokens` and so on.
   * @default - Docker's own
   */
  readonly swarm?: SwarmSettings;
}
