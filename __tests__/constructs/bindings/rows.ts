import type { TerraformElement, TerraformMetaArguments, TerraformStack } from "cdktf";
import { DataDockerContainers } from "../../../constructs/bindings/data-docker-containers";
import { DataDockerImages } from "../../../constructs/bindings/data-docker-images";
import { DataDockerNodes } from "../../../constructs/bindings/data-docker-nodes";
import { DataDockerServices } from "../../../constructs/bindings/data-docker-services";
import { DataDockerTasks } from "../../../constructs/bindings/data-docker-tasks";
import { DockerExec } from "../../../constructs/bindings/docker-exec";
import { DockerSwarm } from "../../../constructs/bindings/docker-swarm";
import { DockerSwarmNode } from "../../../constructs/bindings/docker-swarm-node";

export const engine = "container://node1";

/** One row per type: every argument that its config has, and every attribute that its getters reach. */
export const rows: {
  type: string;
  make: (stack: TerraformStack, meta?: TerraformMetaArguments) => TerraformElement;
  attributes: Record<string, unknown>;
  computed: string[];
}[] = [
  {
    type: "docker_exec",
    make: (stack, meta) =>
      new DockerExec(stack, "it", {
        container: "web",
        command: ["env"],
        environment: { someVariable: "1" },
        user: "nobody",
        workingDir: "/tmp",
        stdin: "y",
        privileged: true,
        expectedExitCode: 2,
        triggers: { someTrigger: "a" },
        engine,
        ...meta,
      }),
    attributes: {
      container: "web",
      command: ["env"],
      environment: { someVariable: "1" },
      user: "nobody",
      working_dir: "/tmp",
      stdin: "y",
      privileged: true,
      expected_exit_code: 2,
      triggers: { someTrigger: "a" },
      engine,
    },
    computed: ["id", "container_id", "stdout", "stderr", "output", "exit_code"],
  },
  {
    type: "docker_containers",
    make: (stack, meta) =>
      new DataDockerContainers(stack, "it", {
        all: true,
        namePrefix: "web-",
        labels: { someLabel: "a" },
        engine,
        ...meta,
      }),
    attributes: { all: true, name_prefix: "web-", labels: { someLabel: "a" }, engine },
    computed: ["id", "table", "containers"],
  },
  {
    type: "docker_images",
    make: (stack, meta) =>
      new DataDockerImages(stack, "it", {
        reference: ["alpine", "hello*"],
        labels: { someLabel: "a" },
        engine,
        ...meta,
      }),
    attributes: { reference: ["alpine", "hello*"], labels: { someLabel: "a" }, engine },
    computed: ["id", "table", "images"],
  },
  {
    type: "docker_services",
    make: (stack, meta) =>
      new DataDockerServices(stack, "it", {
        stack: "voting",
        namePrefix: "voting_v",
        labels: { someLabel: "a" },
        engine,
        ...meta,
      }),
    attributes: { stack: "voting", name_prefix: "voting_v", labels: { someLabel: "a" }, engine },
    computed: ["id", "table", "stack_table", "services"],
  },
  {
    type: "docker_tasks",
    make: (stack, meta) =>
      new DataDockerTasks(stack, "it", {
        stack: "voting",
        namePrefix: "voting_v",
        labels: { someLabel: "a" },
        all: true,
        engine,
        ...meta,
      }),
    attributes: { stack: "voting", name_prefix: "voting_v", labels: { someLabel: "a" }, all: true, engine },
    computed: ["id", "table", "tasks"],
  },
  {
    type: "docker_swarm",
    make: (stack, meta) =>
      new DockerSwarm(stack, "it", {
        managers: [engine, "container://node2"],
        advertiseAddr: "10.0.0.3",
        listenAddr: "0.0.0.0:2377",
        dataPathAddr: "eth1",
        dataPathPort: 4790,
        defaultAddrPool: ["10.20.0.0/16"],
        subnetSize: 26,
        forceNewCluster: true,
        taskHistoryLimit: 1,
        dispatcherHeartbeat: "3s",
        nodeCertExpiry: "48h",
        autolock: true,
        raftSnapshotInterval: 500,
        raftKeepOldSnapshots: 1,
        raftLogEntriesForSlowFollowers: 100,
        raftElectionTick: 20,
        raftHeartbeatTick: 2,
        labels: [{ label: "team", value: "a" }],
        exposeJoinTokens: true,
        workerTokenRotation: "1",
        managerTokenRotation: "2",
        exposeUnlockKey: true,
        unlockKeyRotation: "3",
        engine,
        ...meta,
      }),
    attributes: {
      managers: [engine, "container://node2"],
      advertise_addr: "10.0.0.3",
      listen_addr: "0.0.0.0:2377",
      data_path_addr: "eth1",
      data_path_port: 4790,
      default_addr_pool: ["10.20.0.0/16"],
      subnet_size: 26,
      force_new_cluster: true,
      task_history_limit: 1,
      dispatcher_heartbeat: "3s",
      node_cert_expiry: "48h",
      autolock: true,
      raft_snapshot_interval: 500,
      raft_keep_old_snapshots: 1,
      raft_log_entries_for_slow_followers: 100,
      raft_election_tick: 20,
      raft_heartbeat_tick: 2,
      labels: [{ label: "team", value: "a" }],
      expose_join_tokens: true,
      worker_token_rotation: "1",
      manager_token_rotation: "2",
      expose_unlock_key: true,
      unlock_key_rotation: "3",
      engine,
    },
    computed: ["id", "status", "worker_join_token", "manager_join_token", "unlock_key"],
  },
  {
    type: "docker_swarm_node",
    make: (stack, meta) =>
      new DockerSwarmNode(stack, "it", {
        managers: ["container://node2"],
        swarm: "abc",
        role: "manager",
        availability: "drain",
        labels: [{ label: "disk", value: "ssd" }],
        advertiseAddr: "10.0.0.3",
        listenAddr: "0.0.0.0:2377",
        dataPathAddr: "eth1",
        incarnation: "0123",
        engine,
        ...meta,
      }),
    attributes: {
      managers: ["container://node2"],
      swarm: "abc",
      role: "manager",
      availability: "drain",
      labels: [{ label: "disk", value: "ssd" }],
      advertise_addr: "10.0.0.3",
      listen_addr: "0.0.0.0:2377",
      data_path_addr: "eth1",
      incarnation: "0123",
      engine,
    },
    computed: ["id", "hostname", "address", "status"],
  },
  {
    type: "docker_nodes",
    make: (stack, meta) =>
      new DataDockerNodes(stack, "it", { managers: ["container://node2"], swarm: "abc", engine, ...meta }),
    attributes: { managers: ["container://node2"], swarm: "abc", engine },
    computed: ["id", "table", "nodes"],
  },
];
