import { type EngineError, type EngineErrorCode, isEngineError } from "../../engine";
import { DiagnosticError } from "../../schema";

/** What keeps a container from being made or started. Closed: each has its row. */
export type FailureCode =
  | "image-absent"
  | "network-absent"
  | "container-absent"
  | "port-taken"
  | "address-refused"
  | "mount-source"
  | "mount-twice"
  | "mount"
  | "device"
  | "gpus"
  | "command"
  | "user"
  | "capabilities"
  | "security-options"
  | "cpus"
  | "cpu-set"
  | "memory"
  | "runtime"
  | "log-driver"
  | "log-options"
  | "storage-options"
  | "sysctls"
  | "ulimit"
  | "read-only-upload";

interface Failure {
  readonly code: FailureCode;
  /** The engine's own words (20.10 to 29), taken apart. */
  readonly words: RegExp;
  /** The attribute that it is about. */
  readonly attribute: string;
  /** What is wrong, of the parts of its words. */
  readonly says: (...parts: string[]) => string;
  /** The change that helps. */
  readonly remedy: string;
}

/** The first row that fits counts. */
export const failures: readonly Failure[] = [
  {
    code: "image-absent",
    words: /no such image: (\S+)/i,
    attribute: "image",
    says: (image = "") => `the engine does not have the image "${image}"`,
    remedy: "An id cannot be pulled: set `image` to a name, or to the `image_id` of a `docker_image` that brings it.",
  },
  {
    code: "network-absent",
    words: /network (\S+) not found|no such network: (\S+)/i,
    attribute: "networks_advanced",
    says: (first = "", second = "") => `the engine does not have the network "${first || second}"`,
    remedy: "Add a `docker_network` and use its `name`, or correct the name.",
  },
  {
    code: "port-taken",
    words:
      /(?:bind for|listen \w+|host port for) (\S+?:\d+)(?=[: ]).*(?:already allocated|already in use)|port is already allocated|bind: address already in use/is,
    attribute: "ports",
    says: (where = "") => `port ${where || "of the host"} is in use`,
    remedy: "Set `external` to another port, leave it out for one that is free, or stop what uses it.",
  },
  {
    code: "address-refused",
    words:
      /user specified IP address|no configured subnet|address already in use|network-scoped alias is supported only|invalid (?:ipv[46] )?address|does not belong to any of this network/i,
    attribute: "networks_advanced",
    says: () => "the network cannot give the address or the alias",
    remedy:
      "A fixed address must be free and in a subnet that the `docker_network` sets by `ipam_config`; neither it nor an alias can be had on the default bridge.",
  },
  {
    code: "mount-source",
    words: /bind source path does not exist: (\S+)/i,
    attribute: "mounts",
    says: (source = "") => `the engine's host does not have ${source}`,
    remedy:
      "A source is a path on the engine's host, which need not be this machine: make it there, or mount a volume and fill it by `upload`.",
  },
  {
    code: "mount-twice",
    words: /duplicate mount point: (\S+)/i,
    attribute: "mounts",
    says: (path = "") => `two mounts are on ${path}`,
    remedy: "Give each block of `mounts`, `volumes` and `tmpfs` a path of its own.",
  },
  {
    code: "mount",
    words:
      /invalid mount (?:config|path)|invalid volume specification|invalid bind mount spec|includes invalid characters for a local volume name|error while creating mount source path|mount denied/i,
    attribute: "mounts",
    says: () => "the engine refuses a mount",
    remedy: "Correct what the engine's message names, in `mounts` or `volumes`.",
  },
  {
    code: "container-absent",
    words: /no such container: (\S+)|cannot join network of a non running container: (\S+)/i,
    attribute: "network_mode",
    says: (name = "", stopped = "") =>
      name ? `the engine does not have the container "${name}"` : `the container "${stopped}" does not run`,
    remedy:
      "`volumes.from_container` and modes like `container:NAME` need a container that exists, and a mode one that runs: use the `id` of its `docker_container`.",
  },
  {
    code: "gpus",
    words: /could not select device driver/i,
    attribute: "gpus",
    says: () => "the engine has no driver for GPUs",
    remedy: "Install the NVIDIA Container Toolkit on the engine's host, or remove `gpus`.",
  },
  {
    code: "device",
    words: /error gathering device information.*?"([^"]*)"/i,
    attribute: "devices",
    says: (device = "") => `the engine's host does not have the device ${device}`,
    remedy: "Correct `host_path`, or load the device's kernel module there.",
  },
  {
    code: "capabilities",
    words: /unknown capability|invalid Cap(?:Add|Drop)|unable to apply caps|apply caps/i,
    attribute: "capabilities",
    says: () => "the engine cannot give the capabilities",
    remedy:
      "The engine's host must have them itself: leave out those that it lacks, and with `ALL` or `privileged` name only those that are needed.",
  },
  {
    code: "security-options",
    words: /security-opt|seccomp|apparmor/i,
    attribute: "security_opts",
    says: () => "the engine refuses a security option",
    remedy: "Correct it, or remove it where the engine's host has no such confinement.",
  },
  {
    code: "user",
    words: /unable to find user (\S+?):|no matching entries in (?:passwd|group) file/i,
    attribute: "user",
    says: (user = "") => `the image does not have the user or group${user && ` "${user}"`}`,
    remedy: "Name one that its /etc/passwd has, or give numbers.",
  },
  {
    code: "command",
    words:
      /exec: "([^"]*)"|executable file not found|no such file or directory: unknown|permission denied: unknown|exec format error|chdir to cwd \("([^"]*)"\)/i,
    attribute: "command",
    says: (command = "", folder = "") =>
      folder
        ? `the container has no folder ${folder} to run its command in`
        : `the container cannot run its command${command && ` "${command}"`}`,
    remedy:
      "Name a program that the image has, by its path or on its PATH, executable and built for this platform; no shell is involved unless `command` brings one.",
  },
  {
    code: "cpu-set",
    words: /requested CPUs are not available|invalid (?:value )?.*cpuset/i,
    attribute: "cpu_set",
    says: () => "the engine's host does not have these CPUs",
    remedy: "CPUs are counted from 0; name those that it has.",
  },
  {
    code: "cpus",
    words: /range of cpus is from|CPU (?:cfs )?(?:period|quota)/i,
    attribute: "cpus",
    says: () => "the engine's host cannot give that much CPU",
    remedy: "The engine's message says what it can; ask for no more.",
  },
  {
    code: "memory",
    words: /memory limit|memoryswap|memory reservation|minimum memory/i,
    attribute: "memory",
    says: () => "the engine refuses the memory limits",
    remedy:
      "`memory` is at least 6, `memory_swap` no less than `memory` and only beside it, `memory_reservation` no more than `memory`.",
  },
  {
    code: "runtime",
    words: /unknown (?:or invalid )?runtime|runtime ".*" not found|unknown runtime specified/i,
    attribute: "runtime",
    says: () => "the engine does not have the runtime",
    remedy: "`docker info` lists those that it has; leave `runtime` out for its default.",
  },
  {
    code: "log-driver",
    words: /no log driver named|logger: .*not registered|error looking up logging plugin/i,
    attribute: "log_driver",
    says: () => "the engine does not have the log driver",
    remedy: "`docker info` lists those that it has.",
  },
  {
    code: "log-options",
    words: /unknown log opt|log opt/i,
    attribute: "log_opts",
    says: () => "the log driver refuses an option",
    remedy: "Each driver has its own: https://docs.docker.com/engine/logging/configure/.",
  },
  {
    code: "storage-options",
    words: /storage-opt|storage option/i,
    attribute: "storage_opts",
    says: () => "the storage driver refuses an option",
    remedy: "`size` needs overlay2 on xfs mounted with pquota, or btrfs or zfs; remove it elsewhere.",
  },
  {
    code: "sysctls",
    words: /sysctl/i,
    attribute: "sysctls",
    says: () => "the engine refuses a kernel parameter",
    remedy:
      "Only parameters of a namespace of the container's own can be set: `net.*` without `host` networking, `kernel.*` of IPC, `fs.mqueue.*`.",
  },
  {
    code: "ulimit",
    words: /ulimit|rlimit/i,
    attribute: "ulimit",
    says: () => "the engine refuses a limit of `ulimit`",
    remedy: "The soft limit is no higher than the hard one, and the hard one no higher than the engine's own.",
  },
  {
    code: "read-only-upload",
    words: /rootfs is marked read-only|mounted volume is marked read-only/i,
    attribute: "upload",
    says: () => "files cannot be put where the container may not write",
    remedy: "Upload into a volume, or bind-mount the file, or remove `read_only`.",
  },
];

/** Codes of errors that are no refusal: nothing of the configuration is to blame. */
const unrelated: readonly EngineErrorCode[] = [
  "aborted",
  "timeout",
  "connection-lost",
  "unreachable",
  "unresponsive",
  "refused",
  "permission-denied",
  "name-taken",
];

/** The row that the error belongs to, and its words taken apart. */
export function failureOf(error: EngineError): { readonly failure: Failure; readonly parts: string[] } | undefined {
  if (unrelated.includes(error.code) || error.words === undefined) return undefined;
  for (const failure of failures) {
    const match = failure.words.exec(error.words);
    if (match) return { failure, parts: match.slice(1) };
  }
  return undefined;
}

/** The engine's refusal as an error about the attribute that it is of; any other error as it is. */
export function explained(name: string, thrown: unknown): unknown {
  if (!isEngineError(thrown)) return thrown;
  const known = failureOf(thrown);
  if (!known) return thrown;
  const { failure, parts } = known;
  const where = [thrown.call, thrown.address && `at ${thrown.address}`].filter(Boolean).join(" ");
  return new DiagnosticError([
    {
      severity: "error",
      summary: `container "${name}": ${failure.says(...parts)}`,
      detail: [thrown.words, where, failure.remedy].join("\n"),
      path: [failure.attribute],
    },
  ]);
}

/** Runs calls of the engine; what it refuses is explained. */
export async function explaining<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    throw explained(name, thrown);
  }
}
