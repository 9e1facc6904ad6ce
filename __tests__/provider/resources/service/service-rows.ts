import { endpoint } from "../../../../provider/resources/service/endpoint";
import { healthCheck } from "../../../../provider/resources/service/health-check";
import { logDriver } from "../../../../provider/resources/service/log-driver";
import { mode } from "../../../../provider/resources/service/mode";
import { networks } from "../../../../provider/resources/service/networks";
import { placement } from "../../../../provider/resources/service/placement";
import { resources } from "../../../../provider/resources/service/resources";
import { restartPolicy } from "../../../../provider/resources/service/restart-policy";
import { updateConfig } from "../../../../provider/resources/service/update-config";

import { type Row, row } from "./row";

/** Of the service as a whole, and of how its tasks are run. */
export const serviceRows: readonly Row[] = [
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
];
