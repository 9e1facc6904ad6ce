import type { ContainerCreateRequest, HostConfig } from "../../../../engine";
import type { ObjectValue } from "../../../../provider/schema";

const MIB = 1024 * 1024;

interface Row {
  readonly name: string;
  readonly asked: ObjectValue;
  /** What the request has of it. */
  readonly config?: ContainerCreateRequest;
  readonly host?: HostConfig;
  /** Version of the API that the engine speaks. @default "1.41" */
  readonly api?: string;
}

/** Everything that can be asked, and what is sent of it. @param profile a file with a seccomp profile */
export const requestRows = (profile: string): readonly Row[] => [
  // Process
  { name: "a command", asked: { command: ["ls", ""] }, config: { Cmd: ["ls", ""] } },
  { name: "an entrypoint that takes away the image's", asked: { entrypoint: [""] }, config: { Entrypoint: [""] } },
  {
    name: "a terminal and standard input",
    asked: { tty: true, stdin_open: true },
    config: { Tty: true, OpenStdin: true },
  },
  {
    name: "what the process is given",
    asked: { env: ["A=1"], user: "1:2", working_dir: "/srv", stop_signal: "SIGINT", stop_timeout: 3 },
    config: { Env: ["A=1"], User: "1:2", WorkingDir: "/srv", StopSignal: "SIGINT", StopTimeout: 3 },
  },
  { name: "an init and groups", asked: { init: false, group_add: ["1"] }, host: { Init: false, GroupAdd: ["1"] } },

  // Life cycle
  {
    name: "a restart policy",
    asked: { restart: "on-failure", max_retry_count: 3 },
    host: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 } },
  },
  { name: "no restart", asked: {}, host: { RestartPolicy: { Name: "no", MaximumRetryCount: 0 } } },
  { name: "removal at its end", asked: { rm: true }, host: { AutoRemove: true } },

  // Health check
  {
    name: "a health check in nanoseconds",
    asked: { healthcheck: [{ test: ["CMD", "true"], interval: "1m30s", timeout: "500ms", retries: 2 }] },
    config: { Healthcheck: { Test: ["CMD", "true"], Interval: 90e9, Timeout: 5e8, StartPeriod: 0, Retries: 2 } },
  },
  {
    name: "a start interval, where there is one",
    asked: { healthcheck: [{ test: ["NONE"], start_interval: "1s" }] },
    config: {
      Healthcheck: { Test: ["NONE"], Interval: 0, Timeout: 0, StartPeriod: 0, StartInterval: 1e9, Retries: 0 },
    },
  },

  // Network
  { name: "the default network", asked: {}, host: { NetworkMode: "bridge" }, config: { NetworkingConfig: {} } },
  {
    name: "a network, in place of the default bridge",
    asked: { networks_advanced: [{ name: "front", aliases: ["web"], ipv4_address: "10.0.0.2" }] },
    host: { NetworkMode: "bridge" },
    config: {
      NetworkingConfig: { EndpointsConfig: { front: { Aliases: ["web"], IPAMConfig: { IPv4Address: "10.0.0.2" } } } },
    },
  },
  {
    name: "the mode's own network",
    asked: { network_mode: "back", networks_advanced: [{ name: "front" }, { name: "back", aliases: ["db"] }] },
    host: { NetworkMode: "back" },
    config: { NetworkingConfig: { EndpointsConfig: { back: { Aliases: ["db"] } } } },
  },
  {
    name: "all networks, each with its MAC address, where the engine takes them",
    api: "1.44",
    asked: { networks_advanced: [{ name: "front" }, { name: "back", mac_address: "02:42:00:00:00:01" }] },
    config: {
      NetworkingConfig: { EndpointsConfig: { front: {}, back: { MacAddress: "02:42:00:00:00:01" } } },
    },
  },
  {
    name: "the mode's own network beside others, where the engine takes all of them",
    api: "1.44",
    asked: { network_mode: "back", networks_advanced: [{ name: "front" }] },
    config: { NetworkingConfig: { EndpointsConfig: { back: {}, front: {} } } },
  },
  {
    name: "the one MAC address that an engine takes before",
    asked: {
      network_mode: "front",
      networks_advanced: [{ name: "back" }, { name: "front", mac_address: "02:42:00:00:00:01" }],
    },
    config: { MacAddress: "02:42:00:00:00:01", NetworkingConfig: { EndpointsConfig: { front: {} } } } as object,
  },
  {
    name: "what a network's driver is told",
    asked: {
      networks_advanced: [
        { name: "a", link_local_ips: ["169.254.1.1"], driver_opts: ["o=1=2"], gw_priority: -1, links: ["db:d"] },
      ],
    },
    config: {
      NetworkingConfig: {
        EndpointsConfig: {
          a: {
            IPAMConfig: { LinkLocalIPs: ["169.254.1.1"] },
            DriverOpts: { o: "1=2" },
            GwPriority: -1,
            Links: ["db:d"],
          },
        },
      },
    },
  },
  {
    name: "names and name servers",
    asked: {
      hostname: "h",
      domainname: "d",
      host: [{ host: "db", ip: "::1" }],
      dns: ["1.1.1.1"],
      dns_opts: ["a"],
      dns_search: ["b"],
    },
    config: { Hostname: "h", Domainname: "d" },
    host: { ExtraHosts: ["db:::1"], Dns: ["1.1.1.1"], DnsOptions: ["a"], DnsSearch: ["b"] },
  },

  // Ports
  {
    name: "ports, one number twice",
    asked: {
      ports: [
        { internal: 80, external: 8080 },
        { internal: 80, ip: "127.0.0.1" },
        { internal: 53, protocol: "UDP" },
      ],
    },
    config: { ExposedPorts: { "80/tcp": {}, "53/udp": {} } },
    host: {
      PortBindings: {
        "80/tcp": [
          { HostIp: "0.0.0.0", HostPort: "8080" },
          { HostIp: "127.0.0.1", HostPort: "0" },
        ],
        "53/udp": [{ HostIp: "0.0.0.0", HostPort: "0" }],
      },
    },
  },
  { name: "all ports", asked: { publish_all_ports: true }, host: { PublishAllPorts: true } },

  // Volumes and mounts
  {
    name: "volumes of every kind",
    asked: {
      volumes: [
        { volume_name: "data", container_path: "/data", read_only: true },
        { host_path: "/srv", container_path: "/srv" },
        { container_path: "/anonymous" },
        { from_container: "other" },
        { from_container: "another", read_only: true },
      ],
    },
    config: { Volumes: { "/data": {}, "/srv": {}, "/anonymous": {} } },
    host: { Binds: ["data:/data:ro", "/srv:/srv:rw"], VolumesFrom: ["other", "another:ro"] },
  },
  {
    name: "a volume beside a path of the host",
    asked: { volumes: [{ volume_name: "v", host_path: "/h", container_path: "/c" }] },
    host: { Binds: ["v:/c:rw"] },
  },
  { name: "a folder in memory", asked: { tmpfs: { "/run": "size=1m" } }, host: { Tmpfs: { "/run": "size=1m" } } },
  {
    name: "mounts of every type, each with its own options alone",
    asked: {
      mounts: [
        { type: "bind", source: "/srv", target: "/srv", read_only: true, bind_options: [{ propagation: "rslave" }] },
        {
          type: "volume",
          source: "data",
          target: "/data",
          bind_options: [{ propagation: "shared" }],
          volume_options: [
            {
              no_copy: true,
              driver_name: "local",
              driver_options: { o: "uid=1" },
              labels: [{ label: "a", value: "b" }],
              subpath: "sub",
            },
          ],
        },
        { type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 5, mode: 448 }] },
      ],
    },
    host: {
      Mounts: [
        { Type: "bind", Target: "/srv", Source: "/srv", ReadOnly: true, BindOptions: { Propagation: "rslave" } },
        {
          Type: "volume",
          Target: "/data",
          Source: "data",
          VolumeOptions: {
            NoCopy: true,
            Labels: { a: "b" },
            DriverConfig: { Name: "local", Options: { o: "uid=1" } },
            Subpath: "sub",
          } as object,
        },
        { Type: "tmpfs", Target: "/t", TmpfsOptions: { SizeBytes: 5, Mode: 448 } },
      ],
    },
  },

  // Security
  {
    name: "capabilities as they are written",
    asked: { capabilities: [{ add: ["net_admin"], drop: ["CAP_MKNOD"] }] },
    host: { CapAdd: ["net_admin"], CapDrop: ["CAP_MKNOD"] },
  },
  {
    name: "system paths, which are lists of their own",
    asked: { security_opts: ["no-new-privileges", "systempaths=unconfined"] },
    host: { SecurityOpt: ["no-new-privileges"], MaskedPaths: [], ReadonlyPaths: [] },
  },
  {
    name: "a seccomp profile in a file",
    asked: { security_opts: [`seccomp=${profile}`] },
    host: { SecurityOpt: ['seccomp={"defaultAction":"SCMP_ACT_ALLOW"}'] },
  },
  {
    name: "a seccomp profile as it is",
    asked: { security_opts: ['seccomp={ "defaultAction": "a" }', "apparmor=unconfined"] },
    host: { SecurityOpt: ['seccomp={ "defaultAction": "a" }', "apparmor=unconfined"] },
  },
  {
    name: "namespaces",
    asked: {
      privileged: true,
      read_only: true,
      pid_mode: "host",
      ipc_mode: "host",
      userns_mode: "host",
      cgroupns_mode: "private",
      cgroup_parent: "/a",
      runtime: "runc",
      sysctls: { a: "1" },
    },
    host: {
      Privileged: true,
      ReadonlyRootfs: true,
      PidMode: "host",
      IpcMode: "host",
      UsernsMode: "host",
      CgroupnsMode: "private",
      CgroupParent: "/a",
      Runtime: "runc",
      Sysctls: { a: "1" },
    },
  },

  // Limits
  {
    name: "limits in MiB",
    asked: { memory: 64, memory_swap: 128, memory_reservation: 32, shm_size: 16 },
    host: { Memory: 64 * MIB, MemorySwap: 128 * MIB, MemoryReservation: 32 * MIB, ShmSize: 16 * MIB },
  },
  { name: "swap without a limit", asked: { memory: 64, memory_swap: -1 }, host: { MemorySwap: -1 } },
  { name: "CPUs as a fraction", asked: { cpus: "1.5" }, host: { NanoCpus: 1_500_000_000 } },
  {
    name: "shares of CPUs",
    asked: { cpu_shares: 512, cpu_period: 1000, cpu_quota: 500, cpu_set: "0-1", pids_limit: 9 },
    host: { CpuShares: 512, CpuPeriod: 1000, CpuQuota: 500, CpusetCpus: "0-1", PidsLimit: 9 },
  },

  // Devices
  {
    name: "a device, with permissions and without a path of its own",
    asked: { devices: [{ host_path: "/dev/a", permissions: "r" }] },
    host: { Devices: [{ PathOnHost: "/dev/a", PathInContainer: "/dev/a", CgroupPermissions: "r" }] },
  },
  {
    name: "all GPUs",
    asked: { gpus: "all" },
    host: { DeviceRequests: [{ Driver: "", Count: -1, Capabilities: [["gpu"]], Options: {} }] },
  },
  {
    name: "limits of processes",
    asked: { ulimit: [{ name: "nofile", soft: 1, hard: -1 }] },
    host: { Ulimits: [{ Name: "nofile", Soft: 1, Hard: -1 }] },
  },

  // Logging and storage
  { name: "a log driver", asked: { log_driver: "local" }, host: { LogConfig: { Type: "local", Config: {} } } },
  {
    name: "options of the engine's own log driver",
    asked: { log_opts: { "max-size": "1m" } },
    host: { LogConfig: { Config: { "max-size": "1m" } } },
  },
  { name: "options of its storage", asked: { storage_opts: { size: "1G" } }, host: { StorageOpt: { size: "1G" } } },
];
