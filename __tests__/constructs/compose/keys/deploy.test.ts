import { reportedOf, specOf } from "../compile-text";

const S = 1e9;
const modes: [body: string, mode: object][] = [
  ["init: true", { Replicated: {} }],
  ["deploy: {replicas: 3}", { Replicated: { Replicas: 3 } }],
  ['deploy: {replicas: "3"}', { Replicated: { Replicas: 3 } }],
  ["deploy: {replicas: 0}", { Replicated: { Replicas: 0 } }],
  ["scale: 3", { Replicated: { Replicas: 3 } }],
  ["scale: 3\ndeploy: {replicas: 3}", { Replicated: { Replicas: 3 } }],
  ["deploy: {mode: global}", { Global: {} }],
  ["deploy: {mode: replicated-job, replicas: 2}", { ReplicatedJob: { MaxConcurrent: 2, TotalCompletions: 2 } }],
  ["deploy: {mode: global-job}", { GlobalJob: {} }],
];
test.each(modes)("%s", (body, mode) => {
  expect(specOf(body).Mode).toEqual(mode);
});

test("a number from a variable is a number", () => {
  expect(specOf('deploy: {replicas: "${N}"}', "", { variables: { N: "4" } }).Mode).toEqual({
    Replicated: { Replicas: 4 },
  });
});

const resources: [body: string, becomes: object][] = [
  ["{}", {}],
  ["{limits: {cpus: 0.5, memory: 50M, pids: 10}}", { Limits: { NanoCPUs: 5e8, MemoryBytes: 52_428_800, Pids: 10 } }],
  ['{limits: {cpus: "1.5"}}', { Limits: { NanoCPUs: 15e8 } }],
  ['{limits: {cpus: "0.1"}}', { Limits: { NanoCPUs: 1e8 } }],
  ["{reservations: {cpus: 0.25, memory: 20m}}", { Reservations: { NanoCPUs: 25e7, MemoryBytes: 20_971_520 } }],
  [
    "{reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}",
    { Reservations: { GenericResources: [{ DiscreteResourceSpec: { Kind: "gpu", Value: 2 } }] } },
  ],
];
test.each(resources)("resources: %s", (body, becomes) => {
  expect(specOf(`deploy: {resources: ${body}}`).TaskTemplate.Resources).toEqual(becomes);
});

const policies: [body: string, becomes: object | undefined][] = [
  [
    "deploy: {restart_policy: {condition: on-failure, delay: 5s, max_attempts: 3, window: 2m}}",
    { Condition: "on-failure", Delay: 5 * S, MaxAttempts: 3, Window: 120 * S },
  ],
  ["deploy: {restart_policy: {}}", {}],
  ["restart: always", { Condition: "any" }],
  ["restart: unless-stopped", { Condition: "any" }],
  ["restart: on-failure", { Condition: "on-failure", MaxAttempts: 0 }],
  ["restart: on-failure:5", { Condition: "on-failure", MaxAttempts: 5 }],
  ['restart: "no"', undefined],
  ["restart: no", undefined],
  ["restart: false", undefined],
  ["restart: always\ndeploy: {restart_policy: {condition: none}}", { Condition: "none" }],
];
test.each(policies)("%s", (body, becomes) => {
  expect(specOf(body).TaskTemplate.RestartPolicy).toEqual(becomes);
});

test.each([
  ["{}", { Parallelism: 1, MaxFailureRatio: 0, Order: "" }],
  ["{parallelism: 0}", { Parallelism: 0, MaxFailureRatio: 0, Order: "" }],
  [
    "{parallelism: 2, delay: 10s, failure_action: pause, monitor: 5s, max_failure_ratio: 0.5, order: start-first}",
    {
      Parallelism: 2,
      Delay: 10 * S,
      FailureAction: "pause",
      Monitor: 5 * S,
      MaxFailureRatio: 0.5,
      Order: "start-first",
    },
  ],
])("update_config and rollback_config: %s", (body, becomes) => {
  expect(specOf(`deploy: {update_config: ${body}}`).UpdateConfig).toEqual(becomes);
  expect(specOf(`deploy: {rollback_config: ${body}}`).RollbackConfig).toEqual(becomes);
});

test.each([
  ["deploy: {placement: {constraints: [node.role == manager]}}", { Constraints: ["node.role == manager"] }],
  [
    "deploy: {placement: {preferences: [{spread: node.labels.z}]}}",
    { Preferences: [{ Spread: { SpreadDescriptor: "node.labels.z" } }] },
  ],
  ["deploy: {placement: {max_replicas_per_node: 2}}", { MaxReplicas: 2 }],
  ["platform: linux/amd64", { Platforms: [{ OS: "linux", Architecture: "amd64" }] }],
  ["platform: linux/arm64/v8", { Platforms: [{ OS: "linux", Architecture: "arm64" }] }],
  ["platform: x86_64", { Platforms: [{ OS: "linux", Architecture: "amd64" }] }],
])("%s", (body, placement) => {
  expect(specOf(body).TaskTemplate.Placement).toEqual(placement);
});

test.each([
  ["deploy: {endpoint_mode: dnsrr}", { Mode: "dnsrr" }],
  ["deploy: {endpoint_mode: VIP}", { Mode: "vip" }],
])("%s", (body, endpoint) => {
  expect(specOf(body).EndpointSpec).toEqual(endpoint);
});

test.each([
  ["deploy: {mode: all}", "not-allowed 1:16"],
  ["deploy: {replicas: -1}", "out-of-range 1:20"],
  ["deploy: {replicas: 1.5}", "wrong-type 1:20"],
  ["deploy: {replicas: many}", "wrong-type 1:20"],
  ["deploy: {replica: 1}", "unknown-key 1:10"],
  ["deploy: [x]", "wrong-type 1:9"],
  ["deploy: {endpoint_mode: lb}", "not-allowed 1:25"],
  ["deploy: {mode: global, replicas: 1}", "replicas-of-global 1:34"],
  ["deploy: {mode: global-job, replicas: 1}", "replicas-of-global 1:38"],
  ["scale: 2\ndeploy: {replicas: 3}", "replicas-differ 1:8"],
  ["deploy: {mode: global-job, update_config: {}}", "job-with-update 1:43"],
  ["deploy: {mode: replicated-job, restart_policy: {condition: any}}", "job-restart 1:60"],
  ["deploy: {mode: replicated-job}\nrestart: always", "job-restart 2:10"],
  ["deploy: {resources: {limits: {cpus: lots}}}", "wrong-type 1:37"],
  ["deploy: {resources: {limits: {cpus: -1}}}", "out-of-range 1:37"],
  ["deploy: {resources: {limits: {memory: 50x}}}", "bad-size 1:39"],
  ["deploy: {resources: {limit: {}}}", "unknown-key 1:22"],
  [
    "deploy: {resources: {reservations: {generic_resources: [{discrete_resource_spec: {kind: gpu}}]}}}",
    "missing-key 1:82",
  ],
  ["deploy: {update_config: {failure_action: explode}}", "not-allowed 1:42"],
  ["deploy: {update_config: {delay: 10}}", "bad-duration 1:33"],
  ["deploy: {update_config: {max_failure_ratio: 2}}", "out-of-range 1:45"],
  ["deploy: {update_config: {order: first}}", "not-allowed 1:33"],
  ["deploy: {rollback_config: {failure_action: rollback}}", "not-allowed 1:44"],
  ["deploy: {restart_policy: {condition: always}}", "not-allowed 1:38"],
  ["deploy: {placement: {constraints: x}}", "wrong-type 1:35"],
  ["restart: sometimes", "not-allowed 1:10"],
  ["restart: on-failure:x", "not-allowed 1:10"],
])("%s is refused", (body, reported) => {
  expect(reportedOf(body)).toEqual([reported]);
});
