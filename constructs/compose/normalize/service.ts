import { dictionary, fields, labels, list, oneOrTexts, options, pairs, texts } from "./collections";
import { command, healthTest } from "./command";
import { deploy } from "./deploy";
import {
  blkioConfig,
  build,
  develop,
  deviceMappings,
  gpus,
  hooks,
  provider,
  serviceModels,
  storageOptions,
} from "./elsewhere";
import { envFiles } from "./env-files";
import { mounts } from "./mounts";
import { ports } from "./ports";
import { attachments, dependencies, extraHosts, fileReferences, ulimits } from "./references";
import { anyText, choice, duration, flag, integer, text } from "./scalars";
import { byKind, type Decoded, type Shape, unlessEmpty } from "./shape";
import { tmpfs } from "./tmpfs";

const healthcheck = fields({
  disable: flag,
  test: healthTest,
  interval: duration,
  timeout: duration,
  retries: integer(),
  start_period: duration,
  start_interval: duration,
});

/** `extends` is carried out before; what is left of it was reported. */
const extended = byKind({ scalar: text, mapping: fields({ service: text, file: text }) });

/** Every key of a service. @see https://docs.docker.com/reference/compose-file/services/ */
export const service = fields({
  annotations: labels,
  attach: flag,
  blkio_config: blkioConfig,
  build,
  cap_add: texts,
  cap_drop: texts,
  cgroup: choice("host", "private"),
  cgroup_parent: text,
  command,
  configs: fileReferences,
  container_name: text,
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
  depends_on: dependencies,
  deploy,
  develop,
  device_cgroup_rules: texts,
  devices: deviceMappings,
  dns: oneOrTexts,
  dns_opt: texts,
  dns_search: oneOrTexts,
  domainname: text,
  entrypoint: command,
  env_file: envFiles,
  environment: pairs,
  expose: list(anyText),
  extends: extended,
  external_links: texts,
  extra_hosts: extraHosts,
  gpus,
  group_add: list(anyText),
  healthcheck,
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: unlessEmpty(choice("default", "process", "hyperv")),
  label_file: oneOrTexts,
  labels,
  links: texts,
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
  ports,
  post_start: hooks,
  pre_stop: hooks,
  privileged: flag,
  profiles: texts,
  provider,
  pull_policy: text,
  pull_refresh_after: text,
  read_only: flag,
  restart: unlessEmpty(restart()),
  runtime: text,
  scale: integer(),
  secrets: fileReferences,
  security_opt: texts,
  shm_size: anyText,
  stdin_open: flag,
  stop_grace_period: duration,
  stop_signal: anyText,
  storage_opt: storageOptions,
  sysctls: labels,
  tmpfs,
  tty: flag,
  ulimits,
  use_api_socket: flag,
  user: text,
  userns_mode: text,
  uts: text,
  volumes: mounts,
  volumes_from: texts,
  working_dir: text,
});

export type Service = Decoded<typeof service>;

/** The networks that a service is on; one that names none is on `default`. */
export function networksOf({ networks }: Service): readonly string[] {
  const names = Object.keys(networks ?? {});
  return names.length > 0 ? names : ["default"];
}

export interface Restart {
  readonly condition: "none" | "any" | "on-failure";
  readonly attempts?: number;
}

/** `no`, `always`, `unless-stopped`, `on-failure[:ATTEMPTS]`. */
function restart(): Shape<Restart> {
  const words = ["no", "always", "unless-stopped", "on-failure", "on-failure:N"];
  return {
    forms: words.join(", "),
    decode(node, key, { problems }) {
      const written = node.kind === "scalar" ? node.text : "";
      const [, attempts] = /^on-failure(?::(\d+))?$/.exec(written) ?? [];
      if (written === "no" || (node.kind === "scalar" && node.value === false)) return { condition: "none" };
      if (written === "always" || written === "unless-stopped") return { condition: "any" };
      if (written.startsWith("on-failure") && /^on-failure(?::\d+)?$/.test(written)) {
        return attempts === undefined
          ? { condition: "on-failure" }
          : { condition: "on-failure", attempts: Number(attempts) };
      }
      const origin = node.kind === "scalar" ? node : { ...node, end: node.start + 1 };
      problems.report("not-allowed", origin, { key, value: written, allowed: words });
      return undefined;
    },
  };
}

export const services = dictionary(service);
