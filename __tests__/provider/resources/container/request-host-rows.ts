import type { Row } from "./request-row";

const MIB = 1024 * 1024;

/** What of the host can be asked for: its folders, rights, limits and devices. @param profile a file with a seccomp profile */
export const requestHostRows = (profile: string): readonly Row[] => [
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

  {
    name: "folders of the host that SELinux lets it have",
    asked: { volumes: [{ host_path: "/a", container_path: "/b", read_only: true, selinux_relabel: "Z" }] },
    host: { Binds: ["/a:/b:ro,Z"] },
  },
  {
    name: "all options of a mounted folder, and those of an image",
    asked: {
      mounts: [
        {
          ...{ type: "bind", source: "/a", target: "/a" },
          bind_options: [
            {
              ...{ create_mountpoint: true, non_recursive: true },
              ...{ read_only_non_recursive: true, read_only_force_recursive: true },
            },
          ],
        },
        { type: "image", source: "alpine", target: "/b", image_options: [{ subpath: "etc" }] },
      ],
    },
    host: {
      Mounts: [
        {
          ...{ Type: "bind", Source: "/a", Target: "/a" },
          BindOptions: {
            ...{ CreateMountpoint: true, NonRecursive: true },
            ...{ ReadOnlyNonRecursive: true, ReadOnlyForceRecursive: true },
          },
        },
        { Type: "image", Source: "alpine", Target: "/b", ImageOptions: { Subpath: "etc" } },
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
      uts_mode: "host",
      isolation: "default",
      annotations: { b: "2" },
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
      UTSMode: "host",
      Isolation: "default",
      Annotations: { b: "2" },
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

  {
    name: "shares of disks",
    asked: {
      blkio_weight: 500,
      blkio_weight_device: [{ path: "/dev/sda", weight: 10 }],
      device_read_bps: [{ path: "/dev/sda", rate: 1 }],
      device_read_iops: [{ path: "/dev/sda", rate: 2 }],
      device_write_bps: [{ path: "/dev/sda", rate: 3 }],
      device_write_iops: [{ path: "/dev/sda", rate: 4 }],
    },
    host: {
      BlkioWeight: 500,
      BlkioWeightDevice: [{ Path: "/dev/sda", Weight: 10 }],
      BlkioDeviceReadBps: [{ Path: "/dev/sda", Rate: 1 }],
      BlkioDeviceReadIOps: [{ Path: "/dev/sda", Rate: 2 }],
      BlkioDeviceWriteBps: [{ Path: "/dev/sda", Rate: 3 }],
      BlkioDeviceWriteIOps: [{ Path: "/dev/sda", Rate: 4 }],
    },
  },
  {
    name: "what becomes of it where memory runs short",
    asked: { memory_swappiness: 0, oom_kill_disable: true, oom_score_adj: -500 },
    host: { MemorySwappiness: 0, OomKillDisable: true, OomScoreAdj: -500 },
  },
  {
    name: "time for real-time tasks",
    asked: { cpu_rt_period: 1000, cpu_rt_runtime: 500 },
    host: { CpuRealtimePeriod: 1000, CpuRealtimeRuntime: 500 },
  },

  // Devices
  {
    name: "devices that drivers find, behind those of `gpus`",
    asked: { gpus: "all", device_requests: [{ driver: "cdi", device_ids: ["a.b/c=1"] }, { capabilities: ["tpu"] }] },
    host: {
      DeviceRequests: [
        { Driver: "", Count: -1, Capabilities: [["gpu"]], Options: {} },
        { Driver: "cdi", Count: 0, DeviceIDs: ["a.b/c=1"], Options: {} },
        { Driver: "", Count: 0, Capabilities: [["tpu"]], Options: {} },
      ],
    },
  },
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
