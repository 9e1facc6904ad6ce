import { type Row, refer, service, task } from "./row";

const stays = { stays: true } as const;
const second = 1e9;
/** Tasks that no node takes: what is asked is there to be seen, and nothing runs. */
const nowhere = { placement: [{ constraints: ["node.labels.nowhere==true"] }] };

/** What services ask of their tasks. */
const taskRows: readonly Row[] = [
  task(
    "limits what its tasks use",
    { resources: [{ limits: [{ nano_cpus: 500_000_000, memory_bytes: 67_108_864 }] }] },
    { Resources: { Limits: { NanoCPUs: 500_000_000, MemoryBytes: 67_108_864 } } },
    stays,
  ),
  task(
    "reserves what its tasks need",
    {
      resources: [
        {
          reservation: [
            {
              ...{ nano_cpus: 250_000_000, memory_bytes: 33_554_432 },
              generic_resources: [
                { named_resources_spec: ["gpu=one", "gpu=another"], discrete_resources_spec: ["ssd=3"] },
              ],
            },
          ],
        },
      ],
    },
    {
      Resources: {
        Reservations: {
          ...{ NanoCPUs: 250_000_000, MemoryBytes: 33_554_432 },
          GenericResources: [
            { NamedResourceSpec: { Kind: "gpu", Value: "another" } },
            { NamedResourceSpec: { Kind: "gpu", Value: "one" } },
            { DiscreteResourceSpec: { Kind: "ssd", Value: 3 } },
          ],
        },
      },
    },
    stays,
  ),
  task(
    "has failed tasks replaced, a few times",
    { restart_policy: [{ condition: "on-failure", delay: "3s", max_attempts: 4, window: "1m30s" }] },
    { RestartPolicy: { Condition: "on-failure", Delay: 3 * second, MaxAttempts: 4, Window: 90 * second } },
    stays,
  ),
  task(
    "has no task replaced",
    { restart_policy: [{ condition: "none" }] },
    { RestartPolicy: { Condition: "none", MaxAttempts: 0 } },
    stays,
  ),
  task(
    "has tasks replaced without delay",
    { restart_policy: [{ delay: "0s", window: "0s" }] },
    { RestartPolicy: { Condition: "any", Delay: 0, Window: 0 } },
    stays,
  ),
  task(
    "tells where its tasks may be",
    {
      placement: [
        {
          ...{ constraints: ["node.role==manager"], prefs: ["node.labels.rack"], max_replicas: 2 },
          platforms: [{ architecture: "arm64", os: "linux" }],
        },
      ],
    },
    {
      Placement: {
        ...{ Constraints: ["node.role==manager"], MaxReplicas: 2 },
        Preferences: [{ Spread: { SpreadDescriptor: "node.labels.rack" } }],
        Platforms: [{ Architecture: "arm64", OS: "linux" }],
      },
    },
    { ...stays, anew: "platforms are taken for those of the image" },
  ),
  task(
    "spreads its tasks as the docker client is told to, on the platforms of its image",
    { placement: [{ prefs: ["spread=node.labels.rack"] }] },
    {
      Placement: {
        Preferences: [{ Spread: { SpreadDescriptor: "node.labels.rack" } }],
        Platforms: [{ Architecture: "amd64", OS: "linux" }],
      },
    },
    stays,
  ),
  task("has every task replaced by a number", { force_update: 3 }, { ForceUpdate: 3 }, stays),
  task(
    "logs elsewhere",
    { log_driver: [{ name: "json-file", options: { "max-size": "10m", "max-file": "3" } }] },
    { LogDriver: { Name: "json-file", Options: { "max-size": "10m", "max-file": "3" } } },
  ),
  task(
    "is on a network that it tells by its id, under more names and with options",
    { networks_advanced: [{ name: refer.network, aliases: ["b", "a"], driver_opts: ["k=v=w"] }] },
    ({ network }) => ({ Networks: [{ Target: network, Aliases: ["a", "b"], DriverOpts: { k: "v=w" } }] }),
  ),
  task(
    "is on a network that it tells by its name",
    { networks_advanced: [{ name: "${docker_network.net.name}" }] },
    ({ network }) => ({ Networks: [{ Target: network }] }),
  ),
];

const policy = {
  ...{ parallelism: 0, delay: "5ms", failure_action: "continue" },
  ...{ monitor: "10h", max_failure_ratio: "0.3", order: "start-first" },
};
const shownPolicy = {
  ...{ Parallelism: 0, Delay: 5e6, FailureAction: "continue" },
  ...{ Monitor: 36_000 * second, MaxFailureRatio: 0.3, Order: "start-first" },
};
const shownDefaults = {
  ...{ Parallelism: 1, FailureAction: "pause", Monitor: 5 * second, MaxFailureRatio: 0, Order: "stop-first" },
};

/** What services ask of themselves. */
const ownRows: readonly Row[] = [
  service("has labels", { labels: [{ label: "tier", value: "front" }] }, { Labels: { tier: "front" } }, stays),
  service(
    "has a number of tasks",
    { mode: [{ replicated: [{ replicas: 3 }] }] },
    { Mode: { Replicated: { Replicas: 3 } } },
    { task: nowhere, ...stays },
  ),
  service(
    "has one task where it says how many without a number",
    { mode: [{ replicated: [{}] }] },
    { Mode: { Replicated: { Replicas: 1 } } },
    { task: nowhere, ...stays },
  ),
  service(
    "has one task where its mode says nothing",
    { mode: [{ global: false }] },
    { Mode: { Replicated: { Replicas: 1 } } },
    { task: nowhere, ...stays },
  ),
  service(
    "has a task on each node",
    { mode: [{ global: true }] },
    { Mode: { Global: {} } },
    { task: nowhere, ...stays },
  ),
  service("changes in its own way", { update_config: [policy] }, { UpdateConfig: shownPolicy }),
  service("changes in the usual way", { update_config: [{}] }, { UpdateConfig: shownDefaults }, stays),
  service("takes changes back in its own way", { rollback_config: [policy] }, { RollbackConfig: shownPolicy }),
  service("takes changes back in the usual way", { rollback_config: [{}] }, { RollbackConfig: shownDefaults }, stays),
  service(
    "is reached at its tasks, by ports of their nodes",
    {
      endpoint_spec: [
        {
          mode: "dnsrr",
          ports: [{ target_port: 53, published_port: 5353, protocol: "udp", publish_mode: "host" }],
        },
      ],
    },
    {
      EndpointSpec: {
        Mode: "dnsrr",
        Ports: [{ Protocol: "udp", TargetPort: 53, PublishedPort: 5353, PublishMode: "host" }],
      },
    },
    stays,
  ),
  service(
    "is reached at ports of every node, in any order",
    {
      endpoint_spec: [
        {
          ports: [
            { name: "tls", target_port: 443, published_port: 8443 },
            { target_port: 80, published_port: 8080 },
          ],
        },
      ],
    },
    {
      EndpointSpec: {
        Mode: "vip",
        Ports: [
          { Name: "tls", Protocol: "tcp", TargetPort: 443, PublishedPort: 8443, PublishMode: "ingress" },
          { Protocol: "tcp", TargetPort: 80, PublishedPort: 8080, PublishMode: "ingress" },
        ],
      },
    },
    stays,
  ),
];

export const serviceRows: readonly Row[] = [...taskRows, ...ownRows];
