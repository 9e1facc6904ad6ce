import { build } from "./build";
import { blkioConfig, deviceMappings, gpus } from "./devices";
import { envFiles } from "./env-files";
import { extraHosts } from "./extra-hosts";
import { healthcheck } from "./healthcheck";
import { byPath, byPort, bySource, byTarget, byText } from "./identity";
import { unique } from "./merge-rule";
import { serviceModels } from "./models";
import { mounts } from "./mounts";
import { ports } from "./ports";
import { attachments, dependencies, fileReferences } from "./references";
import { list, oneOrTexts, texts } from "./shapes/collections";
import { command } from "./shapes/command";
import { fields, keys } from "./shapes/fields";
import { labels, options, pairs } from "./shapes/pairs";
import { anyText, choice, duration, flag, integer, text } from "./shapes/scalars";
import { type Shape, scalar, unlessEmpty } from "./shapes/shape";
import { tmpfs } from "./tmpfs";
import { ulimits } from "./ulimits";

const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const attribute = (path: string) => service(`task_spec.container_spec.${path}`);

const byNode = { ignored: "a service has its node's default; set it in the nodes' daemon.json" };
const cpuLimit = { refused: "use `deploy.resources.limits.cpus`" };
const noRealTime = { refused: "remove it: a swarm schedules nothing in real time" };

/** Left as it is written: whether `027` is octal is Compose's affair. */
const umask: Shape<string> = scalar("a number such as `0027`", ({ value, text }) =>
  typeof value === "boolean" ? undefined : text,
);

/** What a storage driver takes is its own affair. */
const storageOptions: Shape<unknown> = { ...options, under: {} };

const credentialSpec = fields({
  config: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.config") },
  file: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.file") },
  registry: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.registry") },
});

const logging = fields({
  driver: { shape: text, swarm: service("task_spec.log_driver.name") },
  options: { shape: options, swarm: service("task_spec.log_driver.options") },
});

/** Secrets or configs that are put into the container as files. */
const files = (block: string, source: string) =>
  fileReferences({
    source: { swarm: attribute(`${block}.${source}`) },
    target: { swarm: attribute(`${block}.file_name`) },
    uid: { swarm: attribute(`${block}.file_uid`) },
    gid: { swarm: attribute(`${block}.file_gid`) },
    mode: { swarm: attribute(`${block}.file_mode`) },
  });

/** Keys of whatever runs a container: a service, a job, what runs before a service. */
export const containerKeys = keys({
  annotations: { shape: labels, swarm: { ignored: "a service of a swarm has none; use `labels`" } },
  blkio_config: {
    shape: blkioConfig,
    swarm: { refused: "remove it: a swarm does not limit block I/O; limit it on the nodes" },
  },
  cap_add: { shape: texts, merge: unique(byText), swarm: attribute("cap_add") },
  cap_drop: { shape: texts, merge: unique(byText), swarm: attribute("cap_drop") },
  cgroup: { shape: choice("host", "private"), swarm: byNode },
  cgroup_parent: { shape: text, swarm: byNode },
  command: { shape: command, swarm: attribute("args") },
  configs: { shape: files("configs", "config_name"), merge: unique(byTarget), swarm: attribute("configs") },
  cpu_count: { shape: anyText, swarm: cpuLimit },
  cpu_percent: { shape: anyText, swarm: cpuLimit },
  cpu_period: { shape: anyText, swarm: cpuLimit },
  cpu_quota: { shape: anyText, swarm: cpuLimit },
  cpu_rt_period: { shape: anyText, swarm: noRealTime },
  cpu_rt_runtime: { shape: anyText, swarm: noRealTime },
  cpu_shares: { shape: anyText, swarm: { refused: "use `deploy.resources.reservations.cpus`" } },
  cpus: { shape: anyText, swarm: cpuLimit },
  cpuset: {
    shape: text,
    swarm: { refused: "use `deploy.resources.limits.cpus`, and `deploy.placement.constraints` to choose nodes" },
  },
  credential_spec: { shape: credentialSpec, swarm: attribute("privileges.credential_spec") },
  device_cgroup_rules: {
    shape: texts,
    merge: unique(byText),
    swarm: { refused: "remove it: a swarm gives its tasks no devices" },
  },
  devices: {
    shape: deviceMappings,
    merge: unique(byTarget),
    swarm: { ignored: "a swarm gives its tasks no devices; bind the path under `volumes` where that is enough" },
  },
  dns: { shape: oneOrTexts, merge: unique(byText), swarm: attribute("dns_config.nameservers") },
  dns_opt: { shape: texts, merge: unique(byText), swarm: attribute("dns_config.options") },
  dns_search: { shape: oneOrTexts, merge: unique(byText), swarm: attribute("dns_config.search") },
  domainname: { shape: text, swarm: { ignored: "a task has none; write the whole name as `hostname`" } },
  entrypoint: { shape: command, swarm: attribute("command") },
  env_file: { shape: envFiles, merge: unique(byPath), swarm: attribute("env") },
  environment: { shape: pairs, swarm: attribute("env") },
  extra_hosts: { shape: extraHosts, swarm: attribute("hosts") },
  gpus: {
    shape: gpus,
    swarm: {
      refused:
        "declare the GPUs as `node-generic-resources` in the nodes' daemon.json and reserve them under `deploy.resources.reservations.generic_resources`",
    },
  },
  group_add: { shape: list(anyText), merge: unique(byText), swarm: attribute("groups") },
  hostname: { shape: text, swarm: attribute("hostname") },
  image: { shape: text, swarm: attribute("image") },
  init: { shape: flag, swarm: attribute("init") },
  ipc: { shape: text, swarm: { ignored: "a task has its own; remove it" } },
  isolation: { shape: unlessEmpty(choice("default", "process", "hyperv")), swarm: attribute("isolation") },
  label_file: { shape: oneOrTexts, merge: unique(byText), swarm: attribute("labels") },
  labels: { shape: labels, swarm: attribute("labels") },
  logging: { shape: logging, merge: { kind: "driver" }, swarm: service("task_spec.log_driver") },
  mac_address: { shape: text, swarm: { ignored: "the swarm gives addresses; remove it" } },
  mem_limit: { shape: anyText, swarm: { refused: "use `deploy.resources.limits.memory`" } },
  mem_reservation: { shape: anyText, swarm: { refused: "use `deploy.resources.reservations.memory`" } },
  mem_swappiness: { shape: anyText, swarm: { refused: "remove it: a swarm does not limit swap" } },
  memswap_limit: {
    shape: anyText,
    swarm: { refused: "use `deploy.resources.limits.memory`: a swarm does not limit swap" },
  },
  models: {
    shape: serviceModels,
    swarm: { refused: "run the model as a service of its own, and name its address in `environment`" },
  },
  network_mode: {
    shape: text,
    swarm: {
      ignored: "services attach to networks; name those that it is to be on under `networks`",
      otherwise: [
        [/^host$/, "services attach to networks; for the node's own, name an external network `host` under `networks`"],
        [/^(?:bridge|default)$/, "a service that names no network is on one that the whole stack shares; remove it"],
        [/^none$/, "a service is always on a network; put it on one of its own with `internal: true`"],
        [
          /^(?:service|container):/,
          "tasks share no network with others' containers; put both services on one network, where they reach each other by name",
        ],
      ],
    },
  },
  networks: { shape: attachments, swarm: service("task_spec.networks_advanced") },
  oom_kill_disable: { shape: flag, swarm: { refused: "remove it, and set `deploy.resources.limits.memory`" } },
  oom_score_adj: { shape: integer(-1000, 1000), swarm: attribute("oom_score_adj") },
  pid: { shape: text, swarm: { ignored: "a task has its own; remove it" } },
  pids_limit: { shape: anyText, swarm: { refused: "use `deploy.resources.limits.pids`" } },
  platform: { shape: unlessEmpty(text), swarm: service("task_spec.placement.platforms") },
  privileged: {
    shape: flag,
    swarm: { ignored: "a task has no more than its capabilities; name those that it needs under `cap_add`" },
  },
  pull_policy: { shape: text, swarm: { ignored: "a node pulls what it lacks; name a digest to fix what it runs" } },
  pull_refresh_after: { shape: text, swarm: { ignored: "a node pulls what it lacks; remove it" } },
  read_only: { shape: flag, swarm: attribute("read_only") },
  runtime: { shape: text, swarm: { refused: "set `default-runtime` in the nodes' daemon.json" } },
  secrets: { shape: files("secrets", "secret_name"), merge: unique(bySource), swarm: attribute("secrets") },
  security_opt: {
    shape: texts,
    merge: unique(byText),
    swarm: { ignored: "a task has its node's defaults; set them in the nodes' daemon.json" },
  },
  shm_size: {
    shape: anyText,
    swarm: { ignored: "mount it: `volumes: [{type: tmpfs, target: /dev/shm, tmpfs: {size: 256m}}]`" },
  },
  stop_grace_period: { shape: duration, swarm: attribute("stop_grace_period") },
  stop_signal: { shape: anyText, swarm: attribute("stop_signal") },
  storage_opt: { shape: storageOptions, swarm: { refused: "set `storage-opts` in the nodes' daemon.json" } },
  sysctls: { shape: labels, swarm: attribute("sysctl") },
  tmpfs: { shape: tmpfs, merge: unique(byText), swarm: attribute("mounts") },
  ulimits: { shape: ulimits("docker_service.task_spec.container_spec.ulimits"), swarm: attribute("ulimits") },
  umask: { shape: umask, swarm: { ignored: "a task has its runtime's; set it in the image's entrypoint" } },
  use_api_socket: {
    shape: flag,
    swarm: { refused: "bind /var/run/docker.sock under `volumes`, and place the service on managers" },
  },
  user: { shape: text, swarm: attribute("user") },
  userns_mode: { shape: text, swarm: { ignored: "a task has its node's default; set it in the nodes' daemon.json" } },
  uts: { shape: text, swarm: { ignored: "a task has its own; set `hostname`" } },
  volumes: { shape: mounts, merge: unique(byTarget), swarm: attribute("mounts") },
  volumes_from: {
    shape: texts,
    merge: unique(byText),
    swarm: { refused: "declare the volume under top-level `volumes` and mount it in both services" },
  },
  working_dir: { shape: text, swarm: attribute("dir") },
});

/** Further keys of a service and a job. */
export const workloadKeys = keys({
  build: {
    shape: build,
    swarm: {
      whereBuilt: { does: "the image is built on the cluster's first node, and pushed to its registry" },
      elsewhere: {
        ignored:
          "a swarm builds no images; build and push the image that `image` names, or give the stack a cluster that builds it, `engine: cluster`",
      },
    },
  },
  depends_on: {
    shape: dependencies,
    swarm: { does: "the service is made after those it depends on have converged, and destroyed before them" },
  },
  expose: {
    shape: list(anyText),
    merge: unique(byText),
    swarm: { ignored: "services on one network reach each other on every port; remove it" },
  },
  healthcheck: { shape: healthcheck, swarm: attribute("healthcheck") },
  ports: { shape: ports, merge: unique(byPort), swarm: service("endpoint_spec.ports") },
  stdin_open: { shape: flag, swarm: attribute("open_stdin") },
  tty: { shape: flag, swarm: attribute("tty") },
});
