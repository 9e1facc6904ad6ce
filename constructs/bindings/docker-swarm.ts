// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** Label of the swarm. A change is made in place. */
export interface DockerSwarmLabels {
  /** Key. */
  readonly label: string;
  /** Value. */
  readonly value: string;
}

export interface DockerSwarmConfig extends cdktf.TerraformMetaArguments {
  /** Addresses of the managers' engines, like `container://node1`. The swarm is asked through the first that answers; the first of the list founds it where none of them is in it yet. Default: `engine` alone. */
  readonly managers?: string[];
  /** Address (or interface, with or without port) under which the first manager is reached by the others. Default: the engine's choice where it has only one. Counts when the swarm is founded; another value replaces the swarm. */
  readonly advertiseAddr?: string;
  /** Address on which the first manager listens for the others. Default: `0.0.0.0:2377`. Counts when the swarm is founded; another value replaces the swarm. @default "0.0.0.0:2377" */
  readonly listenAddr?: string;
  /** Address (or interface) for the containers' traffic of the first manager. Default: that of `advertise_addr`. Counts when the swarm is founded; another value replaces the swarm. */
  readonly dataPathAddr?: string;
  /** UDP port of the overlay networks' traffic, 1024 to 49151. Default: 4789. Another value replaces the swarm. @default 4789 */
  readonly dataPathPort?: number;
  /** Subnets that overlay networks are taken from, in CIDR form. Default: `10.0.0.0/8`. Another value replaces the swarm. */
  readonly defaultAddrPool?: string[];
  /** Prefix length of each overlay network's subnet. Default: 24. Another value replaces the swarm. @default 24 */
  readonly subnetSize?: number;
  /** Where more than half of the managers are lost: go on with one that is left, alone. What it does not know yet is lost. @default false */
  readonly forceNewCluster?: boolean | cdktf.IResolvable;
  /** How many ended tasks of each slot are remembered. Default: 5. @default 5 */
  readonly taskHistoryLimit?: number;
  /** How often nodes tell that they are alive; one that is silent for three times as long is down. Default: `5s`. @default "5s" */
  readonly dispatcherHeartbeat?: string;
  /** How long nodes' certificates are valid, at least an hour. Default: `2160h`, 90 days. @default "2160h" */
  readonly nodeCertExpiry?: string;
  /** Managers that restart stay locked until `docker swarm unlock` gives them the unlock key. @default false */
  readonly autolock?: boolean | cdktf.IResolvable;
  /** Log entries between two snapshots of raft. Default: 10000. @default 10000 */
  readonly raftSnapshotInterval?: number;
  /** Snapshots kept beside the newest. Default: 0. @default 0 */
  readonly raftKeepOldSnapshots?: number;
  /** Log entries kept after a snapshot for managers that lag behind. Default: 500. @default 500 */
  readonly raftLogEntriesForSlowFollowers?: number;
  /** Ticks (seconds) without a leader until managers elect one; more than `raft_heartbeat_tick`. Default: 10. @default 10 */
  readonly raftElectionTick?: number;
  /** Ticks (seconds) between the leader's heartbeats. Default: 1. @default 1 */
  readonly raftHeartbeatTick?: number;
  /** Label of the swarm. A change is made in place. */
  readonly labels?: DockerSwarmLabels[] | cdktf.IResolvable;
  /** Put the join tokens into the state, sensitive. Nodes of `docker_swarm_node` do not need it. Default: false. @default false */
  readonly exposeJoinTokens?: boolean | cdktf.IResolvable;
  /** Any text; a change makes a new worker join token. */
  readonly workerTokenRotation?: string;
  /** Any text; a change makes a new manager join token. */
  readonly managerTokenRotation?: string;
  /** Put the unlock key of an autolocked swarm into the state, sensitive. Default: false. @default false */
  readonly exposeUnlockKey?: boolean | cdktf.IResolvable;
  /** Any text; a change makes a new unlock key. */
  readonly unlockKeyRotation?: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** Label of the swarm. A change is made in place. */
export class DockerSwarmLabelsOutputReference extends cdktf.ComplexObject {
  get label(): string { return this.getStringAttribute("label"); }
  get value(): string { return this.getStringAttribute("value"); }
}

export class DockerSwarmLabelsList extends cdktf.ComplexList {
  get(index: number): DockerSwarmLabelsOutputReference {
    return new DockerSwarmLabelsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_swarm`: A swarm: engines that run services together. It is known by its id, whichever of its managers answers. */
export class DockerSwarm extends cdktf.TerraformResource {
  static readonly tfResourceType = "docker_swarm";

  private readonly given: Writable<DockerSwarmConfig>;

  static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "docker_swarm", importId: importFromId, provider });
  }

  constructor(scope: Construct, id: string, config: DockerSwarmConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_swarm",
      terraformGeneratorMetadata: { providerName: "docker" },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
    this.given = { ...config };
  }

  get managers(): string[] { return this.getListAttribute("managers"); }
  set managers(value: string[]) { this.given.managers = value; }
  resetManagers(): void { this.given.managers = undefined; }
  get managersInput(): string[] | undefined { return this.given.managers; }

  get advertiseAddr(): string { return this.getStringAttribute("advertise_addr"); }
  set advertiseAddr(value: string) { this.given.advertiseAddr = value; }
  resetAdvertiseAddr(): void { this.given.advertiseAddr = undefined; }
  get advertiseAddrInput(): string | undefined { return this.given.advertiseAddr; }

  get listenAddr(): string { return this.getStringAttribute("listen_addr"); }
  set listenAddr(value: string) { this.given.listenAddr = value; }
  resetListenAddr(): void { this.given.listenAddr = undefined; }
  get listenAddrInput(): string | undefined { return this.given.listenAddr; }

  get dataPathAddr(): string { return this.getStringAttribute("data_path_addr"); }
  set dataPathAddr(value: string) { this.given.dataPathAddr = value; }
  resetDataPathAddr(): void { this.given.dataPathAddr = undefined; }
  get dataPathAddrInput(): string | undefined { return this.given.dataPathAddr; }

  get dataPathPort(): number { return this.getNumberAttribute("data_path_port"); }
  set dataPathPort(value: number) { this.given.dataPathPort = value; }
  resetDataPathPort(): void { this.given.dataPathPort = undefined; }
  get dataPathPortInput(): number | undefined { return this.given.dataPathPort; }

  get defaultAddrPool(): string[] { return this.getListAttribute("default_addr_pool"); }
  set defaultAddrPool(value: string[]) { this.given.defaultAddrPool = value; }
  resetDefaultAddrPool(): void { this.given.defaultAddrPool = undefined; }
  get defaultAddrPoolInput(): string[] | undefined { return this.given.defaultAddrPool; }

  get subnetSize(): number { return this.getNumberAttribute("subnet_size"); }
  set subnetSize(value: number) { this.given.subnetSize = value; }
  resetSubnetSize(): void { this.given.subnetSize = undefined; }
  get subnetSizeInput(): number | undefined { return this.given.subnetSize; }

  get forceNewCluster(): cdktf.IResolvable { return this.getBooleanAttribute("force_new_cluster"); }
  set forceNewCluster(value: boolean | cdktf.IResolvable) { this.given.forceNewCluster = value; }
  resetForceNewCluster(): void { this.given.forceNewCluster = undefined; }
  get forceNewClusterInput(): boolean | cdktf.IResolvable | undefined { return this.given.forceNewCluster; }

  get taskHistoryLimit(): number { return this.getNumberAttribute("task_history_limit"); }
  set taskHistoryLimit(value: number) { this.given.taskHistoryLimit = value; }
  resetTaskHistoryLimit(): void { this.given.taskHistoryLimit = undefined; }
  get taskHistoryLimitInput(): number | undefined { return this.given.taskHistoryLimit; }

  get dispatcherHeartbeat(): string { return this.getStringAttribute("dispatcher_heartbeat"); }
  set dispatcherHeartbeat(value: string) { this.given.dispatcherHeartbeat = value; }
  resetDispatcherHeartbeat(): void { this.given.dispatcherHeartbeat = undefined; }
  get dispatcherHeartbeatInput(): string | undefined { return this.given.dispatcherHeartbeat; }

  get nodeCertExpiry(): string { return this.getStringAttribute("node_cert_expiry"); }
  set nodeCertExpiry(value: string) { this.given.nodeCertExpiry = value; }
  resetNodeCertExpiry(): void { this.given.nodeCertExpiry = undefined; }
  get nodeCertExpiryInput(): string | undefined { return this.given.nodeCertExpiry; }

  get autolock(): cdktf.IResolvable { return this.getBooleanAttribute("autolock"); }
  set autolock(value: boolean | cdktf.IResolvable) { this.given.autolock = value; }
  resetAutolock(): void { this.given.autolock = undefined; }
  get autolockInput(): boolean | cdktf.IResolvable | undefined { return this.given.autolock; }

  get raftSnapshotInterval(): number { return this.getNumberAttribute("raft_snapshot_interval"); }
  set raftSnapshotInterval(value: number) { this.given.raftSnapshotInterval = value; }
  resetRaftSnapshotInterval(): void { this.given.raftSnapshotInterval = undefined; }
  get raftSnapshotIntervalInput(): number | undefined { return this.given.raftSnapshotInterval; }

  get raftKeepOldSnapshots(): number { return this.getNumberAttribute("raft_keep_old_snapshots"); }
  set raftKeepOldSnapshots(value: number) { this.given.raftKeepOldSnapshots = value; }
  resetRaftKeepOldSnapshots(): void { this.given.raftKeepOldSnapshots = undefined; }
  get raftKeepOldSnapshotsInput(): number | undefined { return this.given.raftKeepOldSnapshots; }

  get raftLogEntriesForSlowFollowers(): number { return this.getNumberAttribute("raft_log_entries_for_slow_followers"); }
  set raftLogEntriesForSlowFollowers(value: number) { this.given.raftLogEntriesForSlowFollowers = value; }
  resetRaftLogEntriesForSlowFollowers(): void { this.given.raftLogEntriesForSlowFollowers = undefined; }
  get raftLogEntriesForSlowFollowersInput(): number | undefined { return this.given.raftLogEntriesForSlowFollowers; }

  get raftElectionTick(): number { return this.getNumberAttribute("raft_election_tick"); }
  set raftElectionTick(value: number) { this.given.raftElectionTick = value; }
  resetRaftElectionTick(): void { this.given.raftElectionTick = undefined; }
  get raftElectionTickInput(): number | undefined { return this.given.raftElectionTick; }

  get raftHeartbeatTick(): number { return this.getNumberAttribute("raft_heartbeat_tick"); }
  set raftHeartbeatTick(value: number) { this.given.raftHeartbeatTick = value; }
  resetRaftHeartbeatTick(): void { this.given.raftHeartbeatTick = undefined; }
  get raftHeartbeatTickInput(): number | undefined { return this.given.raftHeartbeatTick; }

  get labels(): DockerSwarmLabelsList { return new DockerSwarmLabelsList(this, "labels", true); }
  putLabels(value: DockerSwarmLabels[] | cdktf.IResolvable): void { this.given.labels = value; }
  resetLabels(): void { this.given.labels = undefined; }
  get labelsInput(): DockerSwarmLabels[] | cdktf.IResolvable | undefined { return this.given.labels; }

  get exposeJoinTokens(): cdktf.IResolvable { return this.getBooleanAttribute("expose_join_tokens"); }
  set exposeJoinTokens(value: boolean | cdktf.IResolvable) { this.given.exposeJoinTokens = value; }
  resetExposeJoinTokens(): void { this.given.exposeJoinTokens = undefined; }
  get exposeJoinTokensInput(): boolean | cdktf.IResolvable | undefined { return this.given.exposeJoinTokens; }

  get workerTokenRotation(): string { return this.getStringAttribute("worker_token_rotation"); }
  set workerTokenRotation(value: string) { this.given.workerTokenRotation = value; }
  resetWorkerTokenRotation(): void { this.given.workerTokenRotation = undefined; }
  get workerTokenRotationInput(): string | undefined { return this.given.workerTokenRotation; }

  get managerTokenRotation(): string { return this.getStringAttribute("manager_token_rotation"); }
  set managerTokenRotation(value: string) { this.given.managerTokenRotation = value; }
  resetManagerTokenRotation(): void { this.given.managerTokenRotation = undefined; }
  get managerTokenRotationInput(): string | undefined { return this.given.managerTokenRotation; }

  get exposeUnlockKey(): cdktf.IResolvable { return this.getBooleanAttribute("expose_unlock_key"); }
  set exposeUnlockKey(value: boolean | cdktf.IResolvable) { this.given.exposeUnlockKey = value; }
  resetExposeUnlockKey(): void { this.given.exposeUnlockKey = undefined; }
  get exposeUnlockKeyInput(): boolean | cdktf.IResolvable | undefined { return this.given.exposeUnlockKey; }

  get unlockKeyRotation(): string { return this.getStringAttribute("unlock_key_rotation"); }
  set unlockKeyRotation(value: string) { this.given.unlockKeyRotation = value; }
  resetUnlockKeyRotation(): void { this.given.unlockKeyRotation = undefined; }
  get unlockKeyRotationInput(): string | undefined { return this.given.unlockKeyRotation; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The swarm's id. */
  get id(): string { return this.getStringAttribute("id"); }

  /** `active`; `leaderless` where too few managers are up; `stopped` where the containers of all are; `lost` where none of `managers` is left. An apply waits until it is active, and founds a lost swarm anew. */
  get status(): string { return this.getStringAttribute("status"); }

  /** What a machine joins with as a worker (`docker swarm join --token`). Null unless `expose_join_tokens`. */
  get workerJoinToken(): string { return this.getStringAttribute("worker_join_token"); }

  /** What a machine joins with as a manager. Null unless `expose_join_tokens`. */
  get managerJoinToken(): string { return this.getStringAttribute("manager_join_token"); }

  /** What a locked manager is unlocked with (`docker swarm unlock`). Null unless `expose_unlock_key` and `autolock`. */
  get unlockKey(): string { return this.getStringAttribute("unlock_key"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  managers: ["list", "string"],
  advertise_addr: "string",
  listen_addr: "string",
  data_path_addr: "string",
  data_path_port: "number",
  default_addr_pool: ["list", "string"],
  subnet_size: "number",
  force_new_cluster: "bool",
  task_history_limit: "number",
  dispatcher_heartbeat: "string",
  node_cert_expiry: "string",
  autolock: "bool",
  raft_snapshot_interval: "number",
  raft_keep_old_snapshots: "number",
  raft_log_entries_for_slow_followers: "number",
  raft_election_tick: "number",
  raft_heartbeat_tick: "number",
  labels: { block: "set", of: {
    label: "string",
    value: "string",
  } },
  expose_join_tokens: "bool",
  worker_token_rotation: "string",
  manager_token_rotation: "string",
  expose_unlock_key: "bool",
  unlock_key_rotation: "string",
  engine: "string",
};
