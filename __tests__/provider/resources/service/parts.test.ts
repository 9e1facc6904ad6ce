import type { Part } from "../../../../provider/resources/part";
import { containerSpec } from "../../../../provider/resources/service/container-spec";
import { endpoint } from "../../../../provider/resources/service/endpoint";
import { configs, secrets } from "../../../../provider/resources/service/files";
import { healthCheck } from "../../../../provider/resources/service/health-check";
import { logDriver } from "../../../../provider/resources/service/log-driver";
import { kindOf, mode } from "../../../../provider/resources/service/mode";
import { mounts } from "../../../../provider/resources/service/mounts";
import { networks } from "../../../../provider/resources/service/networks";
import { placement } from "../../../../provider/resources/service/placement";
import { privileges } from "../../../../provider/resources/service/privileges";
import { resources } from "../../../../provider/resources/service/resources";
import { restartPolicy } from "../../../../provider/resources/service/restart-policy";
import { updateConfig } from "../../../../provider/resources/service/update-config";
import type { Fields, ObjectValue } from "../../../../provider/schema";
import { complete } from "../../../../provider/schema/plan/conform";
import { plan } from "../../../../provider/schema/plan/plan";
import { project } from "../../../../provider/schema/plan/project";

interface Row {
  readonly name: string;
  readonly part: { readonly schema: Fields; toEngine(asked: never): unknown; fromEngine(found: never): unknown };
  readonly asked: ObjectValue;
  /** As JSON has it: what is undefined is not sent. */
  readonly sent: unknown;
}

const row = <F extends Fields, Spec>(name: string, part: Part<F, Spec>, asked: ObjectValue, sent: unknown): Row => ({
  name,
  part: part as unknown as Row["part"],
  asked,
  sent,
});

const rows: readonly Row[] = [
  row("one replica where nothing is asked", mode, {}, { Replicated: { Replicas: 1 } }),
  row("replicas", mode, { mode: [{ replicated: [{ replicas: 3 }] }] }, { Replicated: { Replicas: 3 } }),
  row("no replicas", mode, { mode: [{ replicated: [{ replicas: 0 }] }] }, { Replicated: { Replicas: 0 } }),
  row("global", mode, { mode: [{ global: true }] }, { Global: {} }),
  row(
    "a job",
    mode,
    { mode: [{ replicated_job: [{ total_completions: 4, max_concurrent: 2 }] }] },
    { ReplicatedJob: { TotalCompletions: 4, MaxConcurrent: 2 } },
  ),
  row(
    "a job of which all run at once",
    mode,
    { mode: [{ replicated_job: [{ total_completions: 4 }] }] },
    { ReplicatedJob: { TotalCompletions: 4, MaxConcurrent: 4 } },
  ),
  row("a global job", mode, { mode: [{ global_job: true }] }, { GlobalJob: {} }),

  row("no endpoint", endpoint, {}, { Mode: "vip" }),
  row(
    "a port",
    endpoint,
    { endpoint_spec: [{ mode: "vip", ports: [{ target_port: 80, published_port: 8080 }] }] },
    { Mode: "vip", Ports: [{ Protocol: "tcp", TargetPort: 80, PublishedPort: 8080, PublishMode: "ingress" }] },
  ),
  row("dnsrr", endpoint, { endpoint_spec: [{ mode: "dnsrr" }] }, { Mode: "dnsrr", Ports: [] }),

  row(
    "a restart policy without a delay is the swarm's",
    restartPolicy,
    { restart_policy: [{ condition: "any" }] },
    { Condition: "any" },
  ),
  row(
    "a restart policy",
    restartPolicy,
    { restart_policy: [{ condition: "on-failure", delay: "1m", max_attempts: 2, window: "1h" }] },
    { Condition: "on-failure", Delay: 60e9, MaxAttempts: 2, Window: 3600e9 },
  ),

  row(
    "an update policy",
    updateConfig,
    {
      update_config: [
        {
          parallelism: 0,
          delay: "1s",
          failure_action: "rollback",
          monitor: "10s",
          max_failure_ratio: "0.3",
          order: "start-first",
        },
      ],
    },
    {
      Parallelism: 0,
      Delay: 1e9,
      FailureAction: "rollback",
      Monitor: 10e9,
      MaxFailureRatio: 0.3,
      Order: "start-first",
    },
  ),
  row(
    "an update policy's defaults",
    updateConfig,
    { update_config: [{}] },
    { Parallelism: 1, Delay: 0, FailureAction: "pause", Monitor: 5e9, MaxFailureRatio: 0, Order: "stop-first" },
  ),

  row(
    "limits and reservations",
    resources,
    {
      resources: [
        {
          limits: [{ nano_cpus: 5e8, memory_bytes: 1024, pids: 9 }],
          reservation: [
            { generic_resources: [{ named_resources_spec: ["GPU=b", "GPU=a"], discrete_resources_spec: ["SSD=3"] }] },
          ],
        },
      ],
    },
    {
      Limits: { NanoCPUs: 5e8, MemoryBytes: 1024, Pids: 9 },
      Reservations: {
        GenericResources: [
          { NamedResourceSpec: { Kind: "GPU", Value: "a" } },
          { NamedResourceSpec: { Kind: "GPU", Value: "b" } },
          { DiscreteResourceSpec: { Kind: "SSD", Value: 3 } },
        ],
      },
    },
  ),
  row(
    "placement, in one order",
    placement,
    {
      placement: [
        {
          constraints: ["b==1", "a==1"],
          prefs: ["spread=node.id", "node.labels.rack"],
          max_replicas: 2,
          platforms: [{ os: "linux", architecture: "amd64" }],
        },
      ],
    },
    {
      Constraints: ["a==1", "b==1"],
      Preferences: [{ Spread: { SpreadDescriptor: "node.labels.rack" } }, { Spread: { SpreadDescriptor: "node.id" } }],
      MaxReplicas: 2,
      Platforms: [{ Architecture: "amd64", OS: "linux" }],
    },
  ),
  row(
    "networks, in one order",
    networks,
    { networks_advanced: [{ name: "b" }, { name: "a", aliases: ["y", "x"], driver_opts: ["k=v=w"] }] },
    [{ Target: "a", Aliases: ["x", "y"], DriverOpts: { k: "v=w" } }, { Target: "b" }],
  ),
  row(
    "a log driver",
    logDriver,
    { log_driver: [{ name: "json-file", options: { "max-size": "1m" } }] },
    { Name: "json-file", Options: { "max-size": "1m" } },
  ),
  row(
    "the node's log driver with other options",
    logDriver,
    { log_driver: [{ name: "", options: { a: "b" } }] },
    { Name: "", Options: { a: "b" } },
  ),

  row(
    "a health check",
    healthCheck,
    {
      healthcheck: [
        {
          test: ["CMD", "true"],
          interval: "1m30s",
          timeout: "5s",
          start_period: "1s",
          start_interval: "2s",
          retries: 2,
        },
      ],
    },
    { Test: ["CMD", "true"], Interval: 90e9, Timeout: 5e9, StartPeriod: 1e9, StartInterval: 2e9, Retries: 2 },
  ),
  row(
    "the image's health check, with another interval",
    healthCheck,
    { healthcheck: [{ test: [], interval: "5s" }] },
    { Test: [], Interval: 5e9, Timeout: 0, StartPeriod: 0, Retries: 0 },
  ),

  row(
    "a volume",
    mounts,
    {
      mounts: [
        {
          type: "volume",
          source: "v",
          target: "/v",
          volume_options: [
            {
              no_copy: true,
              driver_name: "local",
              driver_options: { o: "x" },
              labels: [{ label: "a", value: "b" }],
              subpath: "in",
            },
          ],
        },
      ],
    },
    [
      {
        Type: "volume",
        Source: "v",
        Target: "/v",
        VolumeOptions: {
          NoCopy: true,
          Labels: { a: "b" },
          DriverConfig: { Name: "local", Options: { o: "x" } },
          Subpath: "in",
        },
      },
    ],
  ),
  row(
    "a folder of the node",
    mounts,
    {
      mounts: [
        { type: "bind", source: "/s", target: "/t", read_only: true, bind_options: [{ propagation: "rslave" }] },
      ],
    },
    [{ Type: "bind", Source: "/s", Target: "/t", ReadOnly: true, BindOptions: { Propagation: "rslave" } }],
  ),
  row(
    "bind options that say nothing ask for the engine's own propagation, or the swarm would forget them",
    mounts,
    { mounts: [{ type: "bind", source: "/s", target: "/t", bind_options: [{}] }] },
    [{ Type: "bind", Source: "/s", Target: "/t", BindOptions: { Propagation: "rprivate" } }],
  ),
  row(
    "options of the engine's default driver of volumes",
    mounts,
    { mounts: [{ type: "volume", source: "v", target: "/v", volume_options: [{ driver_options: { o: "x" } }] }] },
    [{ Type: "volume", Source: "v", Target: "/v", VolumeOptions: { DriverConfig: { Options: { o: "x" } } } }],
  ),
  row(
    "a folder in memory",
    mounts,
    { mounts: [{ type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 10, mode: 511 }] }] },
    [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { SizeBytes: 10, Mode: 511 } }],
  ),
  row("a cluster volume", mounts, { mounts: [{ type: "cluster", source: "c", target: "/c" }] }, [
    { Type: "cluster", Source: "c", Target: "/c", ClusterOptions: {} },
  ]),

  row(
    "a secret",
    secrets,
    { secrets: [{ secret_id: "1", secret_name: "s", file_name: "f", file_uid: "5", file_gid: "6", file_mode: 256 }] },
    [{ SecretID: "1", SecretName: "s", File: { Name: "f", UID: "5", GID: "6", Mode: 256 } }],
  ),
  row("a config", configs, { configs: [{ config_id: "1", config_name: "c", file_name: "/f" }] }, [
    { ConfigID: "1", ConfigName: "c", File: { Name: "/f", UID: "0", GID: "0", Mode: 0o444 } },
  ]),
  row(
    "a config for the engine",
    configs,
    { configs: [{ config_id: "1", config_name: "c", file_name: "", runtime: true }] },
    [{ ConfigID: "1", ConfigName: "c", Runtime: {} }],
  ),

  row(
    "privileges",
    privileges,
    {
      privileges: [
        { credential_spec: [{ config: "1" }], se_linux_context: [{ disable: true }], no_new_privileges: true },
      ],
    },
    { CredentialSpec: { Config: "1" }, SELinuxContext: { Disable: true }, NoNewPrivileges: true },
  ),

  row(
    "where names are searched, asked of the engine's own name servers",
    containerSpec,
    { image: "nginx", dns_config: [{ nameservers: [], search: ["s"] }] },
    { Image: "nginx", Isolation: "default", DNSConfig: { Nameservers: [], Search: ["s"] } },
  ),
  row("an image alone", containerSpec, { image: "nginx" }, { Image: "nginx", Isolation: "default" }),
  row(
    "a container",
    containerSpec,
    {
      image: "nginx",
      command: ["a"],
      args: ["b"],
      hostname: "h",
      env: { B: "2=2", A: "" },
      unset_env: ["C"],
      dir: "/d",
      user: "u",
      groups: ["g"],
      labels: [{ label: "l", value: "1" }],
      init: true,
      tty: true,
      open_stdin: true,
      read_only: true,
      stop_signal: "SIGINT",
      stop_grace_period: "1m",
      hosts: [
        { host: "y", ip: "2.2.2.2" },
        { host: "x", ip: "1.1.1.1" },
      ],
      dns_config: [{ nameservers: ["8.8.8.8"], search: ["s"], options: ["o"] }],
      isolation: "hyperv",
      sysctl: { k: "v" },
      cap_add: ["CAP_CHOWN"],
      cap_drop: ["ALL"],
      ulimits: [{ name: "nofile", soft: 1, hard: -1 }],
      oom_score_adj: 5,
    },
    {
      Image: "nginx",
      Command: ["a"],
      Args: ["b"],
      Hostname: "h",
      Env: ["A=", "B=2=2", "C"],
      Dir: "/d",
      User: "u",
      Groups: ["g"],
      Labels: { l: "1" },
      Init: true,
      TTY: true,
      OpenStdin: true,
      ReadOnly: true,
      StopSignal: "SIGINT",
      StopGracePeriod: 60e9,
      Hosts: ["1.1.1.1 x", "2.2.2.2 y"],
      DNSConfig: { Nameservers: ["8.8.8.8"], Search: ["s"], Options: ["o"] },
      Isolation: "hyperv",
      Sysctls: { k: "v" },
      CapabilityAdd: ["CAP_CHOWN"],
      CapabilityDrop: ["ALL"],
      Ulimits: [{ Name: "nofile", Soft: 1, Hard: -1 }],
      OomScoreAdj: 5,
    },
  ),
];

/** The configuration with its defaults, and no unknowns, as create is given it. */
const planned = (fields: Fields, asked: ObjectValue): ObjectValue =>
  JSON.parse(JSON.stringify(plan(fields, undefined, complete(fields, asked)).planned));

test.each(rows)("to the engine: $name", ({ part, asked, sent }) => {
  const request = part.toEngine(complete(part.schema, planned(part.schema, asked)) as never);
  expect(request === undefined ? undefined : JSON.parse(JSON.stringify(request))).toEqual(sent);
});

test.each(rows)("and back: $name", ({ part, asked }) => {
  const known = complete(part.schema, planned(part.schema, asked));
  const sent = part.toEngine(known as never);
  const found = sent === undefined ? undefined : JSON.parse(JSON.stringify(sent));
  // Blocks that nobody asked for and that the swarm chooses are told.
  const isAsked = (name: string) => name in asked || part.schema[name]?.options.computed !== "observed";
  const told = project(part.schema, known, part.fromEngine(found as never) as ObjectValue);
  expect(told).toEqual({ ...told, ...Object.fromEntries(Object.entries(known).filter(([name]) => isAsked(name))) });
});

test.each([
  { found: { Replicated: { Replicas: 1 } }, kind: "Replicated" },
  { found: { Global: {} }, kind: "Global" },
  { found: { ReplicatedJob: {}, Replicated: undefined }, kind: "ReplicatedJob" },
  { found: {}, kind: "Replicated" },
])("the kind of $found is $kind", ({ found, kind }) => {
  expect(kindOf(found)).toBe(kind);
});

test.each([
  { name: "a mount", part: mounts, dropped: "Subpath" },
  { name: "a container", part: containerSpec, dropped: "OomScoreAdj" },
])("what an engine of an earlier API version leaves out of $name stays as it was asked for", ({ part, dropped }) => {
  const { asked } = rows.find(
    (each) => each.part === (part as unknown) && JSON.stringify(each.sent).includes(dropped),
  )!;
  const known = complete(part.schema, planned(part.schema, asked));
  const kept = (key: string, value: unknown) => (key === dropped ? undefined : value);
  const found = JSON.parse(JSON.stringify(part.toEngine(known as never), kept));
  expect(project(part.schema, known, part.fromEngine(found as never) as ObjectValue)).toEqual(known);
});
