import type { Rows } from "./row";

const MIB = 1024 * 1024;

/** Engines differ in whether they keep the spelling. */
const spelling = (capability: string) => expect.stringMatching(new RegExp(`^(CAP_)?${capability}$`, "i"));

/** What it may do, what it shares with the host, and how much of it it may use. */
export const confined: Rows = ({ neighbour, neighbourId }) => [
  // The host of the tests may itself not have all that there is: these are made, and not started.
  {
    name: "all that the host may do",
    asked: { start: false, privileged: true },
    shows: { HostConfig: { Privileged: true } },
  },
  {
    name: "capabilities, in any spelling",
    asked: { capabilities: [{ add: ["net_admin", "CAP_SETPCAP"], drop: ["MKNOD"] }] },
    shows: {
      HostConfig: {
        CapAdd: expect.arrayContaining([spelling("NET_ADMIN"), spelling("SETPCAP")]),
        CapDrop: [spelling("MKNOD")],
      },
    },
  },
  {
    name: "all capabilities but one",
    asked: { start: false, capabilities: [{ add: ["ALL"], drop: ["CAP_SYS_ADMIN"] }] },
    shows: { HostConfig: { CapAdd: ["ALL"], CapDrop: ["CAP_SYS_ADMIN"] } },
  },
  {
    name: "security options",
    asked: { security_opts: ["apparmor=unconfined", "label=disable", "no-new-privileges", "seccomp=unconfined"] },
    shows: {
      HostConfig: {
        SecurityOpt: expect.arrayContaining([
          "apparmor=unconfined",
          "label=disable",
          "no-new-privileges",
          "seccomp=unconfined",
        ]),
      },
    },
    without: "kept",
  },
  {
    name: "the system's paths unmasked, which the engine knows as lists that are empty",
    asked: { security_opts: ["systempaths=unconfined"] },
    shows: { HostConfig: { MaskedPaths: [], ReadonlyPaths: [] } },
    without: "kept",
  },
  {
    name: "an option without a value",
    asked: { security_opts: ["disable"] },
    shows: { HostConfig: { SecurityOpt: ["disable"] } },
    without: "kept",
  },
  {
    name: "a root that is not written to",
    asked: { read_only: true },
    shows: { HostConfig: { ReadonlyRootfs: true } },
  },
  {
    name: "kernel parameters",
    asked: { sysctls: { "net.ipv4.ip_forward": "1" } },
    shows: { HostConfig: { Sysctls: { "net.ipv4.ip_forward": "1" } } },
  },
  { name: "the host's users", asked: { userns_mode: "host" }, shows: { HostConfig: { UsernsMode: "host" } } },
  { name: "the host's own name", asked: { uts_mode: "host" }, shows: { HostConfig: { UTSMode: "host" } } },
  {
    name: "an isolation, of which there is one here",
    asked: { isolation: "default" },
    shows: { HostConfig: { Isolation: "default" } },
    without: "kept",
  },
  {
    name: "annotations",
    since: "1.43",
    asked: { annotations: { "org.example.a": "1" } },
    shows: { HostConfig: { Annotations: { "org.example.a": "1" } } },
  },
  { name: "the host's processes", asked: { pid_mode: "host" }, shows: { HostConfig: { PidMode: "host" } } },
  {
    name: "another container's processes",
    asked: { pid_mode: `container:${neighbour}` },
    shows: { HostConfig: { PidMode: `container:${neighbourId}` } },
  },
  {
    name: "memory that others may share",
    asked: { ipc_mode: "shareable" },
    shows: { HostConfig: { IpcMode: "shareable" } },
    without: "kept",
  },
  {
    name: "another container's shared memory",
    asked: { ipc_mode: `container:${neighbour}` },
    shows: { HostConfig: { IpcMode: `container:${neighbourId}` } },
    without: "kept",
  },
  {
    name: "cgroups of its own",
    asked: { cgroupns_mode: "private" },
    without: "kept",
    shows: { HostConfig: { CgroupnsMode: "private" } },
  },
  {
    name: "a cgroup that its own is in",
    asked: { cgroup_parent: "/docker" },
    shows: { HostConfig: { CgroupParent: "/docker" } },
  },
  {
    name: "another runtime",
    asked: { runtime: "io.containerd.runc.v2" },
    shows: { HostConfig: { Runtime: "io.containerd.runc.v2" } },
    without: "kept",
  },
  {
    name: "a device under another path, to be read",
    asked: { devices: [{ host_path: "/dev/zero", container_path: "/dev/nothing", permissions: "r" }] },
    shows: {
      HostConfig: {
        Devices: [{ PathOnHost: "/dev/zero", PathInContainer: "/dev/nothing", CgroupPermissions: "r" }],
      },
    },
  },
  {
    name: "a device under its own path, for all that there is to do",
    asked: { devices: [{ host_path: "/dev/null", container_path: "", permissions: "" }] },
    shows: {
      HostConfig: { Devices: [{ PathOnHost: "/dev/null", PathInContainer: "/dev/null", CgroupPermissions: "rwm" }] },
    },
  },
  {
    name: "all GPUs",
    asked: { start: false, gpus: "all" },
    shows: { HostConfig: { DeviceRequests: [{ Driver: "", Count: -1, Capabilities: [["gpu"]], Options: {} }] } },
  },
  {
    name: "a GPU of a driver, for more than to compute",
    asked: { start: false, gpus: "driver=nvidia,capabilities=utility" },
    shows: {
      HostConfig: { DeviceRequests: [{ Driver: "nvidia", Count: 1, Capabilities: [["utility", "gpu"]], Options: {} }] },
    },
  },
  {
    name: "devices that drivers of the engine find",
    asked: {
      start: false,
      device_requests: [
        { driver: "cdi", device_ids: ["example.com/a=1", "example.com/a=2"] },
        { driver: "example", count: -1, capabilities: ["compute", "fast"], options: { speed: "high" } },
      ],
    },
    shows: {
      HostConfig: {
        DeviceRequests: expect.arrayContaining([
          expect.objectContaining({ Driver: "cdi", Count: 0, DeviceIDs: expect.arrayContaining(["example.com/a=1"]) }),
          expect.objectContaining({
            ...{ Driver: "example", Count: -1, Options: { speed: "high" } },
            Capabilities: [expect.arrayContaining(["compute", "fast"])],
          }),
        ]),
      },
    },
  },
  {
    name: "GPUs in the long form, beside others in the short one",
    asked: { start: false, gpus: "2", device_requests: [{ count: -1, capabilities: ["gpu"] }] },
    shows: {
      HostConfig: {
        DeviceRequests: [
          { Driver: "", Count: 2, Capabilities: [["gpu"]], Options: {} },
          { Driver: "", Count: -1, Capabilities: [["gpu"]], Options: {} },
        ],
      },
    },
  },
  {
    name: "limits of processes",
    asked: {
      ulimit: [
        { name: "nofile", soft: 100, hard: 200 },
        { name: "core", soft: 0, hard: 0 },
      ],
    },
    shows: {
      HostConfig: {
        Ulimits: expect.arrayContaining([
          { Name: "nofile", Soft: 100, Hard: 200 },
          { Name: "core", Soft: 0, Hard: 0 },
        ]),
      },
    },
  },

  {
    name: "rules for devices that come later",
    asked: { device_cgroup_rules: ["c 13:* rwm", "b 8:1 r"] },
    shows: { HostConfig: { DeviceCgroupRules: expect.arrayContaining(["c 13:* rwm", "b 8:1 r"]) } },
  },
  {
    name: "a limit of memory, and twice as much with swap",
    asked: { memory: 64 },
    shows: { HostConfig: { Memory: 64 * MIB, MemorySwap: 128 * MIB } },
  },
  {
    name: "limits of memory and swap, and some that is left to it",
    asked: { memory: 64, memory_swap: 96, memory_reservation: 32 },
    shows: { HostConfig: { Memory: 64 * MIB, MemorySwap: 96 * MIB, MemoryReservation: 32 * MIB } },
  },
  {
    name: "no limit of swap",
    asked: { memory: 64, memory_swap: -1 },
    imported: "updated",
    shows: { HostConfig: { MemorySwap: -1 } },
  },
  {
    name: "shared memory",
    asked: { shm_size: 16 },
    shows: { HostConfig: { ShmSize: 16 * MIB } },
    without: "kept",
  },
  { name: "half a CPU", asked: { cpus: "0.5" }, shows: { HostConfig: { NanoCpus: 500_000_000 } } },
  { name: "a share of the CPUs", asked: { cpu_shares: 512 }, shows: { HostConfig: { CpuShares: 512 } } },
  {
    name: "a period and a quota of it",
    asked: { cpu_period: 50_000, cpu_quota: 25_000 },
    shows: { HostConfig: { CpuPeriod: 50_000, CpuQuota: 25_000 } },
  },
  { name: "a CPU of its own", asked: { cpu_set: "0" }, shows: { HostConfig: { CpusetCpus: "0" } } },
  {
    name: "a limit of its processes",
    asked: { pids_limit: 50 },
    shows: { HostConfig: { PidsLimit: 50 } },
    without: "updated",
  },
  // Whether there are such tasks is the kernel's: this is made, and not started.
  {
    name: "a share of the time for real-time tasks",
    asked: { start: false, cpu_rt_period: 900_000, cpu_rt_runtime: 1000 },
    shows: { HostConfig: { CpuRealtimePeriod: 900_000, CpuRealtimeRuntime: 1000 } },
  },
  {
    name: "memory that is not swapped",
    asked: { memory_swappiness: 0 },
    shows: { HostConfig: { MemorySwappiness: 0 } },
  },
  {
    name: "processes that are not killed for want of memory",
    asked: { memory: 64, oom_kill_disable: true },
    shows: { HostConfig: { OomKillDisable: true } },
  },
  {
    name: "processes that are killed first",
    asked: { oom_score_adj: 500 },
    shows: { HostConfig: { OomScoreAdj: 500 } },
  },
  // The engine looks for disks at the start.
  {
    name: "rates of a disk",
    asked: {
      start: false,
      device_read_bps: [{ path: "/dev/sda", rate: MIB }],
      device_read_iops: [{ path: "/dev/sda", rate: 100 }],
      device_write_bps: [{ path: "/dev/sda", rate: 2 * MIB }],
      device_write_iops: [
        { path: "/dev/sda", rate: 200 },
        { path: "/dev/sdb", rate: 300 },
      ],
    },
    shows: {
      HostConfig: {
        BlkioDeviceReadBps: [{ Path: "/dev/sda", Rate: MIB }],
        BlkioDeviceReadIOps: [{ Path: "/dev/sda", Rate: 100 }],
        BlkioDeviceWriteBps: [{ Path: "/dev/sda", Rate: 2 * MIB }],
        BlkioDeviceWriteIOps: expect.arrayContaining([
          { Path: "/dev/sda", Rate: 200 },
          { Path: "/dev/sdb", Rate: 300 },
        ]),
      },
    },
  },
];
