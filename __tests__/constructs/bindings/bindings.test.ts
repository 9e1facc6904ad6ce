import { Volume } from "@cdktf/provider-docker/lib/volume";
import {
  type TerraformElement,
  type TerraformMetaArguments,
  TerraformOutput,
  type TerraformStack,
  Testing,
} from "cdktf";
import { DataDockerContainers } from "../../../constructs/bindings/data-docker-containers";
import { DataDockerImages } from "../../../constructs/bindings/data-docker-images";
import { DataDockerNodes } from "../../../constructs/bindings/data-docker-nodes";
import { DataDockerServices } from "../../../constructs/bindings/data-docker-services";
import { DataDockerTasks } from "../../../constructs/bindings/data-docker-tasks";
import { DockerExec } from "../../../constructs/bindings/docker-exec";
import { DockerSwarm } from "../../../constructs/bindings/docker-swarm";
import { DockerSwarmNode } from "../../../constructs/bindings/docker-swarm-node";
import { provider } from "../../../provider/docker";
import { only, synthesized, testStack } from "../scratch";

const engine = "container://node1";

/** One row per type: every argument that its config has, and every attribute that its getters reach. */
const rows: {
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

const camelCase = (name: string) => name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());

describe.each(rows)("$type", ({ type, make, attributes, computed }) => {
  test("has the provider's arguments and computed attributes, and no others", () => {
    const schema = [...provider.resources, ...provider.dataSources].find((defined) => defined.type === type)!.schema;
    const isComputed = (name: string) => {
      const field = schema[name]!;
      return field.kind === "attribute" && !field.options.optional && !field.options.required;
    };
    const names = Object.keys(schema);
    expect(Object.keys(attributes).sort()).toEqual(names.filter((name) => !isComputed(name)).sort());
    expect([...computed].sort()).toEqual(names.filter(isComputed).sort());
  });

  test("has its arguments under Terraform's names, the user's own keys as they are", () => {
    const stack = testStack();
    make(stack);
    expect(only(stack, type)).toEqual(attributes);
  });

  test("takes Terraform's meta arguments", () => {
    const stack = testStack();
    const volume = new Volume(stack, "data");
    make(stack, { dependsOn: [volume], lifecycle: { ignoreChanges: "all" } });
    expect(only(stack, type)).toEqual({
      ...attributes,
      depends_on: ["docker_volume.data"],
      lifecycle: { ignore_changes: "all" },
    });
  });

  test.each(computed)("gives %s", (attribute) => {
    const stack = testStack();
    const made = make(stack) as unknown as Record<string, string>;
    new TerraformOutput(stack, "value", { value: made[camelCase(attribute)]!, staticId: true });
    expect(synthesized(stack)["output"]).toEqual({
      value: { value: expect.stringMatching(new RegExp(`^\\$\\{(data\\.)?${type}\\.it\\.${attribute}\\}$`)) },
    });
  });

  test("can be written as HCL, blocks as blocks", () => {
    const stack = testStack();
    make(stack);
    const hcl = Testing.synthHcl(stack);
    for (const name of Object.keys(attributes))
      expect(hcl).toMatch(
        new RegExp(`^ *${name} ${name === "labels" && Array.isArray(attributes[name]) ? "" : "= "}`, "m"),
      );
  });
});

test("services and tasks have the attributes that the provider gives them", () => {
  const stack = testStack();
  const service = new DataDockerServices(stack, "services").services.get(0);
  const task = new DataDockerTasks(stack, "tasks").tasks.get(0);
  const { id, name, stack: of, mode, running, desired, completed, image, ports, labels } = service;
  new TerraformOutput(stack, "service", {
    value: { id, name, stack: of, mode, running, desired, completed, image, ports, labels },
  });
  new TerraformOutput(stack, "task", {
    value: {
      id: task.id,
      name: task.name,
      service: task.service,
      slot: task.slot,
      image: task.image,
      node: task.node,
      desired_state: task.desiredState,
      state: task.state,
      error: task.error,
      container_id: task.containerId,
    },
  });
  const output = synthesized(stack)["output"] as unknown as Record<string, { value: object }>;
  for (const [kind, type, list] of [
    ["service", "docker_services", "services"],
    ["task", "docker_tasks", "tasks"],
  ] as const) {
    const field = provider.dataSources.find((source) => source.type === type)!.schema[list] as { type: unknown };
    const [, [, members]] = field.type as [string, [string, object]];
    expect(output[kind]!.value).toEqual(
      Object.fromEntries(Object.keys(members).map((name) => [name, `\${data.${type}.${list}.${list}[0].${name}}`])),
    );
  }
});

test("the elements of a computed list have the attributes of one", () => {
  const stack = testStack();
  const first = new DataDockerContainers(stack, "it").containers.get(0);
  const image = new DataDockerImages(stack, "images").images.get(1);
  new TerraformOutput(stack, "value", {
    value: [first.id, first.name, first.image, first.command, first.state, first.exitCode, first.labels],
  });
  new TerraformOutput(stack, "image", { value: [image.id, image.repository, image.tag, image.size, image.digest] });
  expect(synthesized(stack)["output"]).toEqual({
    value: {
      value: ["id", "name", "image", "command", "state", "exit_code", "labels"].map(
        (name) => `\${data.docker_containers.it.containers[0].${name}}`,
      ),
    },
    image: {
      value: ["id", "repository", "tag", "size", "digest"].map(
        (name) => `\${data.docker_images.images.images[1].${name}}`,
      ),
    },
  });
});
