import { type ContainerFault, isEngineError } from "../../../engine";
import { DiagnosticError, diagnosticOf } from "../../schema";

interface Failure {
  /** The attribute that it is about. */
  readonly attribute: string;
  /** What is wrong, of the parts of the engine's words. */
  readonly says: (...parts: string[]) => string;
  /** The change that helps. */
  readonly remedy: string;
}

/** What keeps a container from being made or started, told of its configuration. */
export const failures: Readonly<Record<ContainerFault, Failure>> = {
  "image-absent": {
    attribute: "image",
    says: (image = "") => `the engine does not have the image${image && ` "${image}"`}`,
    remedy: "An id cannot be pulled: set `image` to a name, or to the `image_id` of a `docker_image` that brings it.",
  },
  "network-absent": {
    attribute: "networks_advanced",
    says: (network = "") => `the engine does not have the network "${network}"`,
    remedy: "Add a `docker_network` and use its `name`, or correct the name.",
  },
  "port-taken": {
    attribute: "ports",
    says: (where = "") => `port ${where || "of the host"} is in use`,
    remedy: "Set `external` to another port, leave it out for one that is free, or stop what uses it.",
  },
  "address-refused": {
    attribute: "networks_advanced",
    says: () => "the network cannot give the address or the alias",
    remedy:
      "A fixed address must be free and in a subnet that the `docker_network` sets by `ipam_config`; neither it nor an alias can be had on the default bridge.",
  },
  "mount-source": {
    attribute: "mounts",
    says: (source = "") => `the engine's host does not have ${source}`,
    remedy:
      "A source is a path on the engine's host, which need not be this machine: make it there, or mount a volume and fill it by `upload`.",
  },
  "mount-twice": {
    attribute: "mounts",
    says: (path = "") => `two mounts are on ${path}`,
    remedy: "Give each block of `mounts`, `volumes` and `tmpfs` a path of its own.",
  },
  mount: {
    attribute: "mounts",
    says: () => "the engine refuses a mount",
    remedy: "Correct what the engine's message names, in `mounts` or `volumes`.",
  },
  "container-absent": {
    attribute: "network_mode",
    says: (name = "") => `the engine does not have the container "${name}"`,
    remedy:
      "`volumes.from_container` and modes like `container:NAME` need a container that exists: use the `id` of its `docker_container`.",
  },
  "container-joined": {
    attribute: "network_mode",
    says: (name = "") => `the container "${name}" does not run`,
    remedy: "A mode like `container:NAME` needs a container that runs: use the `id` of its `docker_container`.",
  },
  gpus: {
    attribute: "gpus",
    says: () => "the engine has no driver for GPUs",
    remedy: "Install the NVIDIA Container Toolkit on the engine's host, or remove `gpus`.",
  },
  device: {
    attribute: "devices",
    says: (device = "") => `the engine's host does not have the device ${device}`,
    remedy: "Correct `host_path`, or load the device's kernel module there.",
  },
  capabilities: {
    attribute: "capabilities",
    says: () => "the engine cannot give the capabilities",
    remedy:
      "The engine's host must have them itself: leave out those that it lacks, and with `ALL` or `privileged` name only those that are needed.",
  },
  "security-options": {
    attribute: "security_opts",
    says: () => "the engine refuses a security option",
    remedy: "Correct it, or remove it where the engine's host has no such confinement.",
  },
  user: {
    attribute: "user",
    says: (user = "") => `the image does not have the user or group${user && ` "${user}"`}`,
    remedy: "Name one that its /etc/passwd has, or give numbers.",
  },
  command: {
    attribute: "command",
    says: (command = "") => `the container cannot run its command${command && ` "${command}"`}`,
    remedy:
      "Name a program that the image has, by its path or on its PATH, executable and built for this platform; no shell is involved unless `command` brings one.",
  },
  "working-directory": {
    attribute: "working_dir",
    says: (folder = "") => `the container has no folder ${folder} to run its command in`,
    remedy: "Name a folder that the image has and that its user may enter.",
  },
  "cpu-set": {
    attribute: "cpu_set",
    says: () => "the engine's host does not have these CPUs",
    remedy: "CPUs are counted from 0; name those that it has.",
  },
  cpus: {
    attribute: "cpus",
    says: () => "the engine's host cannot give that much CPU",
    remedy: "The engine's message says what it can; ask for no more.",
  },
  memory: {
    attribute: "memory",
    says: () => "the engine refuses the memory limits",
    remedy:
      "`memory` is at least 6, `memory_swap` no less than `memory` and only beside it, `memory_reservation` no more than `memory`.",
  },
  runtime: {
    attribute: "runtime",
    says: () => "the engine does not have the runtime",
    remedy: "`docker info` lists those that it has; leave `runtime` out for its default.",
  },
  "log-driver": {
    attribute: "log_driver",
    says: () => "the engine does not have the log driver",
    remedy: "`docker info` lists those that it has.",
  },
  "log-destination": {
    attribute: "log_opts",
    says: () => "the log driver cannot begin",
    remedy: "What it sends to must be reachable from the engine's host: start that, or correct its address.",
  },
  "log-options": {
    attribute: "log_opts",
    says: () => "the log driver refuses an option",
    remedy: "Each driver has its own: https://docs.docker.com/engine/logging/configure/.",
  },
  "storage-options": {
    attribute: "storage_opts",
    says: () => "the storage driver refuses an option",
    remedy: "`size` needs overlay2 on xfs mounted with pquota, or btrfs or zfs; remove it elsewhere.",
  },
  sysctls: {
    attribute: "sysctls",
    says: () => "the engine refuses a kernel parameter",
    remedy:
      "Only parameters of a namespace of the container's own can be set: `net.*` without `host` networking, `kernel.*` of IPC, `fs.mqueue.*`.",
  },
  ulimit: {
    attribute: "ulimit",
    says: () => "the engine refuses a limit of `ulimit`",
    remedy: "The soft limit is no higher than the hard one, and the hard one no higher than the engine's own.",
  },
  "read-only-upload": {
    attribute: "upload",
    says: () => "files cannot be put where the container may not write",
    remedy: "Put the file into the image, or mount it (`volumes`, `mounts`), or remove `read_only`.",
  },
  "upload-over-folder": {
    attribute: "upload",
    says: (folder = "") => `a file cannot be put in the place of the folder ${folder}`,
    remedy: "Name the file in `file`, as in `/opt/app.conf`: a folder alone is none.",
  },
};

/** The engine's refusal as an error about the attribute that it is of; any other error as it is. */
export function explained(name: string, thrown: unknown): unknown {
  if (!isEngineError(thrown) || !thrown.fault) return thrown;
  const { is, parts } = thrown.fault;
  const { attribute, says, remedy } = failures[is];
  const problem = { ...thrown.problems[0], what: `container "${name}": ${says(...parts)}`, remedy };
  return new DiagnosticError([diagnosticOf(problem, [attribute])]);
}

/** Runs calls of the engine; what it refuses is explained. */
export async function explaining<T>(name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    throw explained(name, thrown);
  }
}
