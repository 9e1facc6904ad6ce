/*
 * A service as the community provider's releases have written it into states: whatever the swarm has, asked or not.
 */

type Attributes = { readonly [name: string]: unknown };

/** How a release tells what is unset. */
export interface Unset {
  readonly text: string | null;
  readonly list: readonly never[] | null;
  readonly map: object | null;
  readonly bool: boolean | null;
}
export const empty: Unset = { text: "", list: [], map: {}, bool: false };
export const absent: Unset = { text: null, list: null, map: null, bool: null };

const containerSpec = ({ text, list, map, bool }: Unset, image: string): Attributes => ({
  ...{ args: list, cap_add: list, cap_drop: list, command: list, configs: [], dir: text },
  dns_config: [{ nameservers: list, options: list, search: list }],
  ...{ env: map, groups: list },
  healthcheck: [{ interval: "0s", retries: 0, start_period: "0s", test: list, timeout: "0s" }],
  ...{ hostname: text, hosts: [], image, isolation: "default", labels: [], mounts: [], privileges: [] },
  ...{ read_only: bool, secrets: [], stop_grace_period: "0s", stop_signal: text, sysctl: map, user: text },
});

/** The image's platforms are told as if they were asked. */
export const placement = ({ list }: Unset, more: Attributes = {}) => [
  { constraints: list, max_replicas: 0, platforms: [{ architecture: "amd64", os: "linux" }], prefs: list, ...more },
];

/** Which service a state speaks of, and how. */
interface Told {
  readonly unset: Unset;
  readonly id: string;
  readonly name: string;
  readonly image: string;
}

/** A service that asks for nothing, and what `spec` and `task` add to it. */
export const service = (
  { unset, id, name, image }: Told,
  spec: Attributes = {},
  task: Attributes = {},
): Attributes => ({
  ...{ auth: [], converge_config: [], endpoint_spec: [{ mode: "vip", ports: [] }], id, labels: [] },
  ...{ mode: [{ global: false, replicated: [{ replicas: 1 }] }], name, rollback_config: [], update_config: [] },
  task_spec: [
    {
      container_spec: [{ ...containerSpec(unset, image), ...spec }],
      ...{ force_update: 0, log_driver: [], networks_advanced: [], placement: placement(unset) },
      resources: [{ limits: [], reservation: [] }],
      restart_policy: [{ condition: "any", delay: unset.text, max_attempts: 0, window: unset.text }],
      runtime: "container",
      ...task,
    },
  ],
});

const file = { file_gid: "0", file_mode: 292, file_uid: "0" };

/** Ids of what a service refers to. */
interface Objects {
  readonly key: string;
  readonly file: string;
  readonly net: string;
}

/** A service that asks for much. */
export const web = (told: Told, made: Objects): Attributes => ({
  ...service(
    told,
    {
      configs: [{ config_id: made.file, config_name: "file", file_name: "/file", ...file }],
      env: { A: "1" },
      healthcheck: [{ interval: "5s", retries: 2, start_period: "0s", test: ["CMD", "true"], timeout: "0s" }],
      labels: [{ label: "tier", value: "front" }],
      mounts: [
        {
          ...{ bind_options: [], read_only: false, source: "data", target: "/data", tmpfs_options: [], type: "volume" },
          volume_options: [
            { driver_name: told.unset.text, driver_options: told.unset.map, labels: [], no_copy: false },
          ],
        },
      ],
      secrets: [{ secret_id: made.key, secret_name: "key", file_name: "key", ...file }],
      stop_grace_period: "5s",
    },
    {
      networks_advanced: [{ aliases: ["www"], driver_opts: told.unset.list, name: made.net }],
      resources: [{ limits: [{ memory_bytes: 67_108_864, nano_cpus: 0 }], reservation: [] }],
      restart_policy: [{ condition: "on-failure", delay: "0s", max_attempts: 0, window: "0s" }],
    },
  ),
  converge_config: [{ delay: "7s", timeout: "3m" }],
  endpoint_spec: [
    {
      mode: "vip",
      ports: [{ name: "", protocol: "tcp", publish_mode: "ingress", published_port: 8080, target_port: 80 }],
    },
  ],
  labels: [{ label: "stack", value: "shop" }],
  mode: [{ global: false, replicated: [{ replicas: 0 }] }],
  update_config: [
    {
      ...{ delay: "10s", failure_action: "pause", max_failure_ratio: "0.1" },
      ...{ monitor: "5s", order: "start-first", parallelism: 2 },
    },
  ],
});

/** The schema before the last: the restart policy was a map, its number a text. */
export const withMap = (attributes: Attributes): Attributes => {
  const [task] = attributes["task_spec"] as Attributes[];
  const [policy] = task!["restart_policy"] as Attributes[];
  const map = Object.fromEntries(Object.entries(policy!).map(([key, value]) => [key, value && String(value)]));
  return { ...attributes, auth: null, task_spec: [{ ...task, restart_policy: map }] };
};
