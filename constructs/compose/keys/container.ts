import { blkioConfig, deviceMappings, gpus } from "./devices";
import { envFiles } from "./env-files";
import { extraHosts } from "./extra-hosts";
import { byPath, bySource, byTarget, byText } from "./identity";
import { unique } from "./merge-rule";
import { serviceModels } from "./models";
import { mounts } from "./mounts";
import { attachments, fileReferences } from "./references";
import { list, oneOrTexts, texts } from "./shapes/collections";
import { command } from "./shapes/command";
import { fields, keys } from "./shapes/fields";
import { labels, options, pairs } from "./shapes/pairs";
import { anyText, choice, duration, flag, integer, number, size, text } from "./shapes/scalars";
import { type Shape, scalar, unlessEmpty } from "./shapes/shape";
import { tmpfs } from "./tmpfs";
import { ulimits } from "./ulimits";

const service = (attribute: string) => ({ becomes: `docker_service.${attribute}` });
const attribute = (path: string) => service(`task_spec.container_spec.${path}`);

const container = (attribute: string) => ({ becomes: `docker_container.${attribute}` });
const forWindows = { ignored: "it is for Windows containers; remove it" };
const noWindows = { refused: "remove it: it is for Windows containers" };

const byNode = { ignored: "a service has its node's default; set it in the nodes' daemon.json" };
const cpuLimit = { refused: "use `deploy.resources.limits.cpus`" };
const noRealTime = { refused: "remove it: a swarm schedules nothing in real time" };

/** Left as it is written: whether `027` is octal is Compose's affair. */
const umask: Shape<string> = scalar("a number such as `0027`", ({ value, text }) =>
  typeof value === "boolean" ? undefined : text,
);

/** Bytes, or -1 for no limit. */
const sizeOrNone: Shape<number> = {
  ...size,
  decode: (node, key, context) =>
    node.kind === "scalar" && node.text.trim() === "-1" ? -1 : size.decode(node, key, context),
};

/** What a storage driver takes is its own affair. */
const storageOptions: Shape<unknown> = { ...options, under: {} };

const credentialSpec = fields({
  config: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.config"), host: noWindows },
  file: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.file"), host: noWindows },
  registry: { shape: unlessEmpty(text), swarm: attribute("privileges.credential_spec.registry"), host: noWindows },
});

const logging = fields({
  driver: { shape: text, swarm: service("task_spec.log_driver.name"), host: container("log_driver") },
  options: { shape: options, swarm: service("task_spec.log_driver.options"), host: container("log_opts") },
});

/** Secrets or configs that are put into the container as files. */
const files = (block: string, source: string) =>
  fileReferences({
    source: { swarm: attribute(`${block}.${source}`), host: { does: "the file, or what else it holds" } },
    target: { swarm: attribute(`${block}.file_name`), host: container("upload.file") },
    uid: { swarm: attribute(`${block}.file_uid`), host: container("upload.owner") },
    gid: { swarm: attribute(`${block}.file_gid`), host: container("upload.group") },
    mode: { swarm: attribute(`${block}.file_mode`), host: container("upload.permissions") },
  });

/** Keys of whatever runs a container: a service, a job, what runs before a service. */
export const containerKeys = keys({
  annotations: {
    shape: labels,
    swarm: { ignored: "a service of a swarm has none; use `labels`" },
    host: container("annotations"),
  },
  blkio_config: {
    shape: blkioConfig,
    swarm: { refused: "remove it: a swarm does not limit block I/O; limit it on the nodes" },
    host: container("blkio_weight"),
  },
  cap_add: { shape: texts, merge: unique(byText), swarm: attribute("cap_add"), host: container("capabilities.add") },
  cap_drop: { shape: texts, merge: unique(byText), swarm: attribute("cap_drop"), host: container("capabilities.drop") },
  cgroup: { shape: choice("host", "private"), swarm: byNode, host: container("cgroupns_mode") },
  cgroup_parent: { shape: text, swarm: byNode, host: container("cgroup_parent") },
  command: { shape: command, swarm: attribute("args"), host: container("command") },
  configs: {
    shape: files("configs", "config_name"),
    merge: unique(byTarget),
    swarm: attribute("configs"),
    host: { does: "a file is bound, other content is put into the container before its start" },
  },
  cpu_count: { shape: anyText, swarm: cpuLimit, host: forWindows },
  cpu_percent: { shape: anyText, swarm: cpuLimit, host: forWindows },
  cpu_period: { shape: integer(), swarm: cpuLimit, host: container("cpu_period") },
  cpu_quota: { shape: integer(-1), swarm: cpuLimit, host: container("cpu_quota") },
  cpu_rt_period: { shape: integer(), swarm: noRealTime, host: container("cpu_rt_period") },
  cpu_rt_runtime: { shape: integer(), swarm: noRealTime, host: container("cpu_rt_runtime") },
  cpu_shares: {
    shape: integer(),
    swarm: { refused: "use `deploy.resources.reservations.cpus`" },
    host: container("cpu_shares"),
  },
  cpus: { shape: number(0), swarm: cpuLimit, host: container("cpus") },
  cpuset: {
    shape: text,
    swarm: { refused: "use `deploy.resources.limits.cpus`, and `deploy.placement.constraints` to choose nodes" },
    host: container("cpu_set"),
  },
  credential_spec: { shape: credentialSpec, swarm: attribute("privileges.credential_spec"), host: noWindows },
  device_cgroup_rules: {
    shape: texts,
    merge: unique(byText),
    swarm: { refused: "remove it: a swarm gives its tasks no devices" },
    host: container("device_cgroup_rules"),
  },
  devices: {
    shape: deviceMappings,
    merge: unique(byTarget),
    swarm: { ignored: "a swarm gives its tasks no devices; bind the path under `volumes` where that is enough" },
    host: container("devices"),
  },
  dns: { shape: oneOrTexts, merge: unique(byText), swarm: attribute("dns_config.nameservers"), host: container("dns") },
  dns_opt: { shape: texts, merge: unique(byText), swarm: attribute("dns_config.options"), host: container("dns_opts") },
  dns_search: {
    shape: oneOrTexts,
    merge: unique(byText),
    swarm: attribute("dns_config.search"),
    host: container("dns_search"),
  },
  domainname: {
    shape: text,
    swarm: { ignored: "a task has none; write the whole name as `hostname`" },
    host: container("domainname"),
  },
  entrypoint: { shape: command, swarm: attribute("command"), host: container("entrypoint") },
  env_file: { shape: envFiles, merge: unique(byPath), swarm: attribute("env"), host: container("env") },
  environment: { shape: pairs, swarm: attribute("env"), host: container("env") },
  extra_hosts: { shape: extraHosts, swarm: attribute("hosts"), host: container("host") },
  gpus: {
    shape: gpus,
    swarm: {
      refused:
        "declare the GPUs as `node-generic-resources` in the nodes' daemon.json and reserve them under `deploy.resources.reservations.generic_resources`",
    },
    host: container("device_requests"),
  },
  group_add: { shape: list(anyText), merge: unique(byText), swarm: attribute("groups"), host: container("group_add") },
  hostname: { shape: text, swarm: attribute("hostname"), host: container("hostname") },
  image: { shape: text, swarm: attribute("image"), host: container("image") },
  init: { shape: flag, swarm: attribute("init"), host: container("init") },
  ipc: { shape: text, swarm: { ignored: "a task has its own; remove it" }, host: container("ipc_mode") },
  isolation: {
    shape: unlessEmpty(choice("default", "process", "hyperv")),
    swarm: attribute("isolation"),
    host: forWindows,
  },
  label_file: { shape: oneOrTexts, merge: unique(byText), swarm: attribute("labels"), host: container("labels") },
  labels: { shape: labels, swarm: attribute("labels"), host: container("labels") },
  logging: {
    shape: logging,
    merge: { kind: "driver" },
    swarm: service("task_spec.log_driver"),
    host: { does: "its parts are the container's" },
  },
  mac_address: {
    shape: text,
    swarm: { ignored: "the swarm gives addresses; remove it" },
    host: container("networks_advanced.mac_address"),
  },
  mem_limit: { shape: size, swarm: { refused: "use `deploy.resources.limits.memory`" }, host: container("memory") },
  mem_reservation: {
    shape: size,
    swarm: { refused: "use `deploy.resources.reservations.memory`" },
    host: container("memory_reservation"),
  },
  mem_swappiness: {
    shape: integer(0, 100),
    swarm: { refused: "remove it: a swarm does not limit swap" },
    host: container("memory_swappiness"),
  },
  memswap_limit: {
    shape: sizeOrNone,
    swarm: { refused: "use `deploy.resources.limits.memory`: a swarm does not limit swap" },
    host: container("memory_swap"),
  },
  models: {
    shape: serviceModels,
    swarm: { refused: "run the model as a service of its own, and name its address in `environment`" },
    host: { refused: "run the model as a service of its own, and name its address in `environment`" },
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
    host: container("network_mode"),
  },
  networks: { shape: attachments, swarm: service("task_spec.networks_advanced"), host: container("networks_advanced") },
  oom_kill_disable: {
    shape: flag,
    swarm: { refused: "remove it, and set `deploy.resources.limits.memory`" },
    host: container("oom_kill_disable"),
  },
  oom_score_adj: { shape: integer(-1000, 1000), swarm: attribute("oom_score_adj"), host: container("oom_score_adj") },
  pid: { shape: text, swarm: { ignored: "a task has its own; remove it" }, host: container("pid_mode") },
  pids_limit: {
    shape: integer(-1),
    swarm: { refused: "use `deploy.resources.limits.pids`" },
    host: container("pids_limit"),
  },
  platform: { shape: unlessEmpty(text), swarm: service("task_spec.placement.platforms"), host: container("platform") },
  privileged: {
    shape: flag,
    swarm: { ignored: "a task has no more than its capabilities; name those that it needs under `cap_add`" },
    host: container("privileged"),
  },
  pull_policy: {
    shape: text,
    swarm: { ignored: "a node pulls what it lacks; name a digest to fix what it runs" },
    host: {
      does: "always: the registry is asked at each plan, and what it has anew is pulled; never: the engine must have the image; otherwise what the engine lacks is pulled",
    },
  },
  pull_refresh_after: {
    shape: text,
    swarm: { ignored: "a node pulls what it lacks; remove it" },
    host: { ignored: "what the engine lacks is pulled, and nothing again; remove it" },
  },
  read_only: { shape: flag, swarm: attribute("read_only"), host: container("read_only") },
  runtime: {
    shape: text,
    swarm: { refused: "set `default-runtime` in the nodes' daemon.json" },
    host: container("runtime"),
  },
  secrets: {
    shape: files("secrets", "secret_name"),
    merge: unique(bySource),
    swarm: attribute("secrets"),
    host: { does: "a file is bound, other content is put into the container before its start" },
  },
  security_opt: {
    shape: texts,
    merge: unique(byText),
    swarm: { ignored: "a task has its node's defaults; set them in the nodes' daemon.json" },
    host: container("security_opts"),
  },
  shm_size: {
    shape: size,
    swarm: { ignored: "mount it: `volumes: [{type: tmpfs, target: /dev/shm, tmpfs: {size: 256m}}]`" },
    host: container("shm_size"),
  },
  stop_grace_period: { shape: duration, swarm: attribute("stop_grace_period"), host: container("stop_timeout") },
  stop_signal: { shape: anyText, swarm: attribute("stop_signal"), host: container("stop_signal") },
  storage_opt: {
    shape: storageOptions,
    swarm: { refused: "set `storage-opts` in the nodes' daemon.json" },
    host: container("storage_opts"),
  },
  sysctls: { shape: labels, swarm: attribute("sysctl"), host: container("sysctls") },
  tmpfs: { shape: tmpfs, merge: unique(byText), swarm: attribute("mounts"), host: container("tmpfs") },
  ulimits: {
    shape: ulimits({
      swarm: "docker_service.task_spec.container_spec.ulimits",
      host: "docker_container.ulimit",
    }),
    swarm: attribute("ulimits"),
    host: container("ulimit"),
  },
  umask: {
    shape: umask,
    swarm: { ignored: "a task has its runtime's; set it in the image's entrypoint" },
    host: { ignored: "a container has its runtime's; set it in the image's entrypoint" },
  },
  use_api_socket: {
    shape: flag,
    swarm: { refused: "bind /var/run/docker.sock under `volumes`, and place the service on managers" },
    host: { refused: "bind /var/run/docker.sock under `volumes`" },
  },
  user: { shape: text, swarm: attribute("user"), host: container("user") },
  userns_mode: {
    shape: text,
    swarm: { ignored: "a task has its node's default; set it in the nodes' daemon.json" },
    host: container("userns_mode"),
  },
  uts: { shape: text, swarm: { ignored: "a task has its own; set `hostname`" }, host: container("uts_mode") },
  volumes: { shape: mounts, merge: unique(byTarget), swarm: attribute("mounts"), host: container("mounts") },
  volumes_from: {
    shape: texts,
    merge: unique(byText),
    swarm: { refused: "declare the volume under top-level `volumes` and mount it in both services" },
    host: container("volumes.from_container"),
  },
  working_dir: { shape: text, swarm: attribute("dir"), host: container("working_dir") },
});
