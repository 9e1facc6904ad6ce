import { serviceConfig } from "../../../../constructs/compose/terraform/service-config";
import { specOf } from "../compile-text";

const none = { networks: new Map(), volumes: new Map(), secrets: new Map(), configs: new Map() };

/** What is at a path of blocks, places in a list of them by number. */
const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);

test.each<[body: string, path: string, value: unknown]>([
  ["init: false", "taskSpec.containerSpec.init", false],
  ["tty: true", "taskSpec.containerSpec.tty", true],
  ["stdin_open: true", "taskSpec.containerSpec.openStdin", true],
  ["oom_score_adj: 5", "taskSpec.containerSpec.oomScoreAdj", 5],
  ["environment: [A, B=1]", "taskSpec.containerSpec.unsetEnv", ["A"]],
  ["environment: [B=1]", "taskSpec.containerSpec.unsetEnv", undefined],
  ["ulimits: {nofile: 5}", "taskSpec.containerSpec.ulimits", [{ name: "nofile", soft: 5, hard: 5 }]],
  ["healthcheck: {start_interval: 5s}", "taskSpec.containerSpec.healthcheck.startInterval", "5s"],
  [
    "volumes: [/a, {type: volume, source: v, target: /v, volume: {subpath: s}}]",
    "taskSpec.containerSpec.mounts.1.volumeOptions.subpath",
    "s",
  ],
  ["credential_spec: {config: c}", "taskSpec.containerSpec.privileges.credentialSpec.config", "c"],
  ["credential_spec: {config: c}", "taskSpec.containerSpec.configs.0.runtime", true],
  ["configs: [c]", "taskSpec.containerSpec.configs.0.runtime", undefined],
  ["deploy: {resources: {limits: {pids: 5}}}", "taskSpec.resources.limits.pids", 5],
  ["deploy: {mode: global}", "mode", { global: true }],
  ["deploy: {mode: global-job}", "mode", { globalJob: true }],
  ["deploy: {mode: replicated-job}", "mode", { replicatedJob: { totalCompletions: 1, maxConcurrent: 1 } }],
  ["deploy: {mode: replicated-job, replicas: 3}", "mode", { replicatedJob: { totalCompletions: 3, maxConcurrent: 3 } }],
])("%s becomes %s", (body, path, value) => {
  const spec = specOf(body, "volumes: {v: }\nconfigs: {c: {external: true}}\n");
  expect(at(serviceConfig(spec, none), path)).toEqual(value);
});
