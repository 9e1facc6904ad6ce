type Json = { readonly [name: string]: unknown };

/** An object of which its state is told by its create, by a refresh and by an import. */
export interface Row {
  readonly type: string;
  /** The end of a sentence that begins with the type. */
  readonly says: string;
  readonly asked: Json;
  /** Attributes that no engine tells: an import has none of them, and takes them to be what is asked for. */
  readonly untold?: readonly string[];
  /** What says nothing, in so many words: an import has none of the words, which is no change. */
  readonly words?: readonly string[];
}

const labels = [
  { label: "b", value: "2" },
  { label: "a", value: "1" },
];
const made = { start: false };

const alone: readonly Row[] = [
  { type: "docker_network", says: "with nothing but a name", asked: {} },
  {
    type: "docker_network",
    says: "with everything",
    asked: {
      ...{ labels, driver: "bridge", internal: true, ipv6: true, attachable: true, options: { mtu: "1400" } },
      ipam_config: [
        { subnet: "10.213.7.0/24", gateway: "10.213.7.9", ip_range: "10.213.7.128/25" },
        { subnet: "fd00:213:7::/64", gateway: "fd00:213:7::9" },
      ],
    },
  },
  { type: "docker_network", says: "of a swarm", asked: { driver: "overlay", attachable: true } },
  { type: "docker_volume", says: "with nothing but a name", asked: {} },
  {
    type: "docker_volume",
    says: "with everything",
    asked: { labels, driver: "local", driver_opts: { type: "tmpfs", device: "tmpfs", o: "size=1m" } },
  },
  { type: "docker_config", says: "with everything", asked: { data: "ZmlsZQ==", labels, template_driver: "golang" } },
  { type: "docker_config", says: "with its content alone", asked: { data: "ZmlsZQ==" } },
  {
    type: "docker_config",
    says: "with its content as a text",
    asked: { data_raw: "text" },
    untold: ["data", "data_raw"],
  },
  { type: "docker_secret", says: "with everything", asked: { data: "ZmlsZQ==", labels }, untold: ["data"] },
];

const containers = (image: string): readonly Row[] =>
  [
    { says: "with nothing but an image", asked: {} },
    { says: "that says nothing in so many words", asked: { user: "", working_dir: "", stop_signal: "" } },
    {
      says: "with everything",
      asked: {
        ...{ command: ["/text"], entrypoint: ["/run"], env: ["A=1", "B=2"], labels, user: "1:1", working_dir: "/tmp" },
        ...{ tty: true, stdin_open: true, init: true, stop_signal: "SIGINT", stop_timeout: 3, group_add: ["1"] },
        ...{ hostname: "node", domainname: "lab", dns: ["10.1.1.1"], host: [{ host: "db", ip: "10.9.8.7" }] },
        healthcheck: [{ test: ["CMD", "true"], interval: "1m30s", retries: 2 }],
        ports: [{ internal: 80 }, { internal: 443, external: 8443, ip: "127.0.0.1", protocol: "udp" }],
        volumes: [{ volume_name: "kept", container_path: "/v", read_only: true }, { container_path: "/anonymous" }],
        mounts: [
          { type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 1048576 }] },
          { type: "bind", target: "/b", source: "/tmp", bind_options: [{ propagation: "rslave" }] },
        ],
        tmpfs: { "/run": "size=1m" },
        capabilities: [{ add: ["CAP_NET_ADMIN"], drop: ["CAP_MKNOD"] }],
        security_opts: ["no-new-privileges", "systempaths=unconfined"],
        ...{ memory: 64, shm_size: 16, cpu_shares: 512, cpus: "0.5", pids_limit: 50 },
        ulimit: [{ name: "nofile", soft: 100, hard: 200 }],
        devices: [{ host_path: "/dev/null", container_path: "/dev/nothing", permissions: "r" }],
        ...{ restart: "on-failure", max_retry_count: 2, read_only: true, log_opts: { "max-size": "1m" } },
      },
    },
    {
      says: "whose ports are the engine's choice, in so many words",
      asked: { ports: [{ internal: 80, external: 0 }] },
    },
    { says: "that asks for what the image has", asked: { command: [], entrypoint: [] } },
    { says: "with a namespace that it says is its own", asked: { cgroupns_mode: "private", ipc_mode: "private" } },
    {
      says: "with options of a mount that say nothing",
      asked: { mounts: [{ type: "bind", target: "/b", source: "/tmp", bind_options: [{}] }] },
    },
  ].map(({ asked, ...row }) => ({ type: "docker_container", ...row, asked: { image, ...made, ...asked } }));

const services = (image: string): readonly Row[] => {
  const service = (says: string, container: Json = {}, task: Json = {}, more: Json = {}): Row => ({
    type: "docker_service",
    says,
    asked: { task_spec: [{ container_spec: [{ image, ...container }], ...task }], ...more },
  });
  const bind = { type: "bind", source: "/tmp", target: "/a" };
  return [
    service("with nothing but an image"),
    service("whose mode says nothing", {}, {}, { mode: [{ global: false }] }),
    service("on each node", {}, {}, { mode: [{ global: true }] }),
    service("whose tasks end", {}, {}, { mode: [{ replicated_job: [{ total_completions: 2, max_concurrent: 1 }] }] }),
    service("with options of a mount that say nothing", { mounts: [{ ...bind, bind_options: [{}] }] }),
    service("with a mount without options", { mounts: [bind] }),
    {
      ...service("with limits that say nothing", {}, { resources: [{ limits: [{}] }], placement: [{}] }),
      words: ["task_spec"],
    },
    service("that is changed as usual, in so many words", {}, {}, { update_config: [{}], rollback_config: [{}] }),
    {
      ...service("that is restarted as usual, in so many words", {}, { restart_policy: [{ condition: "any" }] }),
      words: ["task_spec"],
    },
    service("that is reached at its tasks", {}, {}, { endpoint_spec: [{ mode: "dnsrr" }] }),
    service(
      "with everything",
      {
        ...{ command: ["a"], args: ["b"], hostname: "h", env: { A: "1" }, dir: "/d", user: "u", groups: ["g"], labels },
        ...{ init: true, tty: true, open_stdin: true, read_only: true, stop_signal: "SIGINT", stop_grace_period: "1m" },
        privileges: [{ se_linux_context: [{ user: "u", role: "r", type: "t", level: "l" }] }],
        mounts: [{ type: "volume", source: "v", target: "/v", volume_options: [{ no_copy: true, labels }] }],
        healthcheck: [{ test: ["CMD", "true"], interval: "5s", retries: 4 }],
        hosts: [{ host: "x", ip: "1.1.1.1" }],
        dns_config: [{ nameservers: ["8.8.8.8"], search: ["s"], options: ["o"] }],
        ...{ sysctl: { k: "v" }, cap_add: ["CAP_CHOWN"], cap_drop: ["CAP_MKNOD"] },
        ulimits: [{ name: "nofile", soft: 1, hard: 2 }],
      },
      {
        resources: [{ limits: [{ nano_cpus: 500_000_000 }], reservation: [{ memory_bytes: 33_554_432 }] }],
        restart_policy: [{ condition: "on-failure", delay: "3s", max_attempts: 4, window: "1m30s" }],
        placement: [{ constraints: ["node.role==worker"], prefs: ["spread=node.labels.rack"], max_replicas: 2 }],
        log_driver: [{ name: "json-file", options: { "max-size": "10m" } }],
        force_update: 3,
      },
      {
        labels,
        mode: [{ replicated: [{ replicas: 3 }] }],
        update_config: [{ parallelism: 2, delay: "10s", order: "start-first" }],
        endpoint_spec: [{ mode: "vip", ports: [{ target_port: 80, published_port: 8080, name: "web" }] }],
      },
    ),
  ];
};

export const rows = (image: string): readonly Row[] => [...alone, ...containers(image), ...services(image)];
