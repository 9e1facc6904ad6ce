import { fields, labels, list, oneOrTexts, options, pairs, texts } from "./collections";
import { command, healthTest } from "./command";
import { envFiles } from "./env-files";
import { mounts } from "./mounts";
import { ports } from "./ports";
import { attachments, dependencies, extraHosts, fileReferences, ulimits } from "./references";
import { anyText, choice, duration, flag, integer, text } from "./scalars";
import { type Shape, scalar, unlessEmpty } from "./shape";
import { tmpfs } from "./tmpfs";
import { blkioConfig, build, deviceMappings, gpus, serviceModels, storageOptions } from "./unsupported-keys";

/** Left as it is written: whether `027` is octal is Compose's affair. */
const umask: Shape<string> = scalar("a number such as `0027`", ({ value, text }) =>
  typeof value === "boolean" ? undefined : text,
);

/** Keys of whatever runs a container: a service, a job, what runs before a service. */
export const containerKeys = {
  annotations: labels,
  blkio_config: blkioConfig,
  cap_add: texts,
  cap_drop: texts,
  cgroup: choice("host", "private"),
  cgroup_parent: text,
  command,
  configs: fileReferences,
  cpu_count: anyText,
  cpu_percent: anyText,
  cpu_period: anyText,
  cpu_quota: anyText,
  cpu_rt_period: anyText,
  cpu_rt_runtime: anyText,
  cpu_shares: anyText,
  cpus: anyText,
  cpuset: text,
  credential_spec: fields({ config: unlessEmpty(text), file: unlessEmpty(text), registry: unlessEmpty(text) }),
  device_cgroup_rules: texts,
  devices: deviceMappings,
  dns: oneOrTexts,
  dns_opt: texts,
  dns_search: oneOrTexts,
  domainname: text,
  entrypoint: command,
  env_file: envFiles,
  environment: pairs,
  extra_hosts: extraHosts,
  gpus,
  group_add: list(anyText),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: unlessEmpty(choice("default", "process", "hyperv")),
  label_file: oneOrTexts,
  labels,
  logging: fields({ driver: text, options }),
  mac_address: text,
  mem_limit: anyText,
  mem_reservation: anyText,
  mem_swappiness: anyText,
  memswap_limit: anyText,
  models: serviceModels,
  network_mode: text,
  networks: attachments,
  oom_kill_disable: flag,
  oom_score_adj: integer(-1000, 1000),
  pid: text,
  pids_limit: anyText,
  platform: unlessEmpty(text),
  privileged: flag,
  pull_policy: text,
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  secrets: fileReferences,
  security_opt: texts,
  shm_size: anyText,
  stop_grace_period: duration,
  stop_signal: anyText,
  storage_opt: storageOptions,
  sysctls: labels,
  tmpfs,
  ulimits,
  umask,
  use_api_socket: flag,
  user: text,
  userns_mode: text,
  uts: text,
  volumes: mounts,
  volumes_from: texts,
  working_dir: text,
} as const;

const healthcheck = fields({
  disable: flag,
  test: healthTest,
  interval: duration,
  timeout: duration,
  retries: integer(),
  start_period: duration,
  start_interval: duration,
});

/** Further keys of a service and a job. */
export const workloadKeys = {
  build,
  depends_on: dependencies,
  expose: list(anyText),
  healthcheck,
  ports,
  stdin_open: flag,
  tty: flag,
} as const;
