import type { Construct } from "constructs";
import { DockerResource, type DockerResourceConfig } from "./docker-resource";

/** A label of a swarm or of one of its nodes, in the form that Terraform's Docker provider has for all labels. */
export interface SwarmLabel {
  readonly label: string;
  readonly value: string;
}

export interface DockerSwarmConfig extends DockerResourceConfig {
  /** Addresses of the managers' engines; the first founds the swarm. @default - `engine` alone */
  readonly managers?: string[];
  /** Address or interface under which the first manager is reached, with or without port. @default - the engine's choice */
  readonly advertiseAddr?: string;
  /** Address on which the first manager listens. @default "0.0.0.0:2377" */
  readonly listenAddr?: string;
  /** Address or interface for the traffic of the first manager's containers. @default - that of `advertiseAddr` */
  readonly dataPathAddr?: string;
  /** UDP port of the overlay networks' traffic, 1024 to 49151. @default 4789 */
  readonly dataPathPort?: number;
  /** Subnets that overlay networks are taken from. @default ["10.0.0.0/8"] */
  readonly defaultAddrPool?: string[];
  /** Prefix length of each overlay network's subnet. @default 24 */
  readonly subnetSize?: number;
  /** Where more than half of the managers are lost, go on with one that is left. @default false */
  readonly forceNewCluster?: boolean;
  /** Ended tasks that are remembered for each slot. @default 5 */
  readonly taskHistoryLimit?: number;
  /** How often nodes tell that they are alive. @default "5s" */
  readonly dispatcherHeartbeat?: string;
  /** How long nodes' certificates are valid. @default "2160h" */
  readonly nodeCertExpiry?: string;
  /** Managers that restart stay locked until they are given the unlock key. @default false */
  readonly autolock?: boolean;
  /** @default 10000 */
  readonly raftSnapshotInterval?: number;
  /** @default 0 */
  readonly raftKeepOldSnapshots?: number;
  /** @default 500 */
  readonly raftLogEntriesForSlowFollowers?: number;
  /** In seconds. @default 10 */
  readonly raftElectionTick?: number;
  /** In seconds. @default 1 */
  readonly raftHeartbeatTick?: number;
  readonly labels?: SwarmLabel[];
  /** Put the join tokens into the state, sensitive. @default false */
  readonly exposeJoinTokens?: boolean;
  /** Any text; a change makes a new token. */
  readonly workerTokenRotation?: string;
  /** Any text; a change makes a new token. */
  readonly managerTokenRotation?: string;
  /** Put the unlock key into the state, sensitive. @default false */
  readonly exposeUnlockKey?: boolean;
  /** Any text; a change makes a new key. */
  readonly unlockKeyRotation?: string;
}

/** `docker_swarm`: engines that run services together, like `docker swarm init`. */
export class DockerSwarm extends DockerResource {
  static readonly tfResourceType = "docker_swarm";

  constructor(scope: Construct, id: string, config: DockerSwarmConfig = {}) {
    super(scope, id, DockerSwarm.tfResourceType, config);
  }

  /** `active`, `leaderless` or `lost`. */
  get status(): string {
    return this.getStringAttribute("status");
  }

  /** Sensitive; null unless `exposeJoinTokens`. */
  get workerJoinToken(): string {
    return this.getStringAttribute("worker_join_token");
  }

  /** Sensitive; null unless `exposeJoinTokens`. */
  get managerJoinToken(): string {
    return this.getStringAttribute("manager_join_token");
  }

  /** Sensitive; null unless `exposeUnlockKey` and `autolock`. */
  get unlockKey(): string {
    return this.getStringAttribute("unlock_key");
  }
}
