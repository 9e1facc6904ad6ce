import { isDeepStrictEqual } from "node:util";
import type { ObjectValue, Value } from "../../../../provider/schema";

/** Two ways to write one container. The engine of the end-to-end tests can make each of them. */
export interface Spelling {
  readonly name: string;
  readonly a: ObjectValue;
  readonly b: ObjectValue;
}

const ports = (...order: readonly number[]): ObjectValue[] => order.map((internal) => ({ internal }));
const health = (check: ObjectValue): ObjectValue => ({ healthcheck: [{ test: ["CMD", "true"], ...check }] });
const mount = (block: ObjectValue): ObjectValue => ({ mounts: [block] });

export const spellings: readonly Spelling[] = [
  // Values that say what is anyhow
  { name: "defaults that are written", a: {}, b: { restart: "no", tty: false, network_mode: "bridge", rm: false } },
  { name: "the docker CLI's default network", a: { network_mode: "bridge" }, b: { network_mode: "default" } },
  { name: "a user and a folder that are empty", a: {}, b: { user: "", working_dir: "" } },
  {
    name: "no arguments",
    a: { entrypoint: ["sleep"], command: ["600"] },
    b: { entrypoint: ["sleep"], command: ["600"] },
  },

  // Ports
  { name: "ports in another order", a: { ports: ports(80, 81, 82) }, b: { ports: ports(82, 80, 81) } },
  {
    name: "ports of one number in another order",
    a: {
      ports: [
        { internal: 53, protocol: "tcp" },
        { internal: 53, protocol: "udp" },
      ],
    },
    b: {
      ports: [
        { internal: 53, protocol: "udp" },
        { internal: 53, protocol: "tcp" },
      ],
    },
  },
  {
    name: "a protocol in capitals",
    a: { ports: [{ internal: 53, protocol: "udp" }] },
    b: { ports: [{ internal: 53, protocol: "UDP" }] },
  },
  {
    name: "every address, or none",
    a: { ports: [{ internal: 80, ip: "" }] },
    b: { ports: [{ internal: 80, ip: "0.0.0.0" }] },
  },
  {
    name: "an IPv6 address",
    a: { ports: [{ internal: 80, ip: "::1" }] },
    b: { ports: [{ internal: 80, ip: "0:0:0:0:0:0:0:1" }] },
  },

  // Capabilities
  {
    name: "capabilities with and without CAP_, in any case and order",
    a: { capabilities: [{ add: ["NET_ADMIN", "SYS_PTRACE"], drop: ["MKNOD"] }] },
    b: { capabilities: [{ add: ["CAP_SYS_PTRACE", "cap_net_admin"], drop: ["mknod"] }] },
  },
  {
    name: "no capabilities that are dropped",
    a: { capabilities: [{ add: ["NET_ADMIN"] }] },
    b: { capabilities: [{ add: ["NET_ADMIN"], drop: [] }] },
  },

  // Security options
  {
    name: "no new privileges, with and without a value",
    a: { security_opts: ["no-new-privileges"] },
    b: { security_opts: ["no-new-privileges=true"] },
  },
  {
    name: "security options with a colon, in another order",
    a: { security_opts: ["seccomp=unconfined", "no-new-privileges:true", "systempaths=unconfined"] },
    b: { security_opts: ["systempaths=unconfined", "no-new-privileges", "seccomp:unconfined"] },
  },

  // Health checks
  {
    name: "a health check's zero values",
    a: health({}),
    b: health({ interval: "0s", timeout: "0", retries: 0, start_interval: "0ms" }),
  },
  {
    name: "durations",
    a: health({ interval: "1m30s", timeout: "0.5s" }),
    b: health({ interval: "90s", timeout: "500ms" }),
  },
  {
    name: "no health check",
    a: { healthcheck: [{ test: ["NONE"] }] },
    b: { healthcheck: [{ test: ["NONE"], interval: "0s" }] },
  },

  // Limits
  { name: "fractions of CPUs", a: { cpus: "0.5" }, b: { cpus: "0.50" } },
  { name: "less than one CPU", a: { cpus: "0.5" }, b: { cpus: ".5" } },
  { name: "a CPU set as list and as range", a: { cpu_set: "0,1" }, b: { cpu_set: "0-1" } },
  {
    name: "limits of zero",
    a: {},
    b: {
      memory: 0,
      memory_swap: 0,
      cpu_shares: 0,
      cpu_quota: 0,
      pids_limit: 0,
      shm_size: 0,
      stop_timeout: 0,
      cpu_set: "",
    },
  },
  { name: "any number of processes", a: { pids_limit: -1 }, b: { pids_limit: 0 } },

  // Volumes and mounts
  { name: "a folder with a slash at the end", a: { working_dir: "/tmp" }, b: { working_dir: "/tmp/" } },
  { name: "a folder by way of others", a: { working_dir: "/tmp" }, b: { working_dir: "//var/../tmp/." } },
  {
    name: "paths with a slash at the end",
    a: { volumes: [{ host_path: "/tmp", container_path: "/data" }] },
    b: { volumes: [{ host_path: "/tmp/", container_path: "/data/" }] },
  },
  {
    name: "volumes in another order, writable or not read-only",
    a: { volumes: [{ container_path: "/a" }, { container_path: "/b" }] },
    b: {
      volumes: [
        { container_path: "/b", read_only: false },
        { container_path: "/a", from_container: "" },
      ],
    },
  },
  {
    name: "a bind mount's own propagation",
    a: mount({ type: "bind", source: "/tmp", target: "/data", bind_options: [{}] }),
    b: mount({ type: "bind", source: "/tmp", target: "/data/", bind_options: [{ propagation: "rprivate" }] }),
  },
  {
    name: "a tmpfs mount's zero values",
    a: mount({ type: "tmpfs", target: "/data", tmpfs_options: [{ size_bytes: 1048576 }] }),
    b: mount({
      type: "tmpfs",
      target: "/data",
      source: "",
      read_only: false,
      tmpfs_options: [{ size_bytes: 1048576, mode: 0 }],
    }),
  },
  {
    name: "a volume mount's zero values",
    a: mount({ type: "volume", target: "/data", volume_options: [{ no_copy: true }] }),
    b: mount({
      type: "volume",
      target: "/data",
      volume_options: [{ no_copy: true, driver_name: "", driver_options: {} }],
    }),
  },

  // Devices and limits of processes
  {
    name: "permissions of a device in another order",
    a: { devices: [{ host_path: "/dev/null", permissions: "rw" }] },
    b: { devices: [{ host_path: "/dev/null", permissions: "wr" }] },
  },
  {
    name: "limits of processes in another order",
    a: {
      ulimit: [
        { name: "nofile", soft: 1, hard: 2 },
        { name: "core", soft: 0, hard: 0 },
      ],
    },
    b: {
      ulimit: [
        { name: "core", soft: 0, hard: 0 },
        { name: "nofile", soft: 1, hard: 2 },
      ],
    },
  },

  // The rest
  { name: "variables in another order", a: { env: ["A=1", "B=2"] }, b: { env: ["B=2", "A=1"] } },
  { name: "labels in another order", a: { labels: labels("a", "b") }, b: { labels: labels("b", "a") } },
  { name: "a signal with and without SIG", a: { stop_signal: "SIGINT" }, b: { stop_signal: "int" } },
  { name: "name servers in another order", a: { dns: ["10.0.0.1", "10.0.0.2"] }, b: { dns: ["10.0.0.2", "10.0.0.1"] } },
  {
    name: "lists that are empty",
    a: {},
    b: { dns: [], dns_search: [], group_add: [], env: [], security_opts: [], tmpfs: {}, sysctls: {}, log_opts: {} },
  },
  {
    name: "texts that are empty",
    a: {},
    b: { domainname: "", pid_mode: "", userns_mode: "", cgroup_parent: "", cgroupns_mode: "", cpus: "", gpus: "" },
  },
  {
    name: "texts that are empty, of what the engine gives anyhow",
    a: {},
    b: { hostname: "", ipc_mode: "", runtime: "", log_driver: "", stop_signal: "" },
  },
  { name: "answers of no", a: {}, b: { privileged: false, publish_all_ports: false, read_only: false } },
];

function labels(...names: readonly string[]): ObjectValue[] {
  return names.map((label) => ({ label, value: "1" }));
}

/** Whether the two differ in values alone: then a plan from one to the other is empty. */
export const hasSameLines = ({ a, b }: Pick<Spelling, "a" | "b">): boolean => isDeepStrictEqual(linesOf(a), linesOf(b));

/** The lines that are written, without their values. */
function linesOf(value: Value, path = ""): string[] {
  const inner = typeof value === "object" ? Object.entries(value) : [];
  if (inner.length === 0) return [path];
  return inner.flatMap(([name, member]) => linesOf(member, Array.isArray(value) ? path : `${path}.${name}`)).sort();
}
