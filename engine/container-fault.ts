/** What of a container's request keeps it from being made or started. */
export type ContainerFault =
  | "image-absent"
  | "network-absent"
  | "container-absent"
  | "container-joined"
  | "port-taken"
  | "address-refused"
  | "mount-source"
  | "mount-twice"
  | "mount"
  | "device"
  | "gpus"
  | "command"
  | "working-directory"
  | "user"
  | "capabilities"
  | "security-options"
  | "cpus"
  | "cpu-set"
  | "memory"
  | "runtime"
  | "log-driver"
  | "log-destination"
  | "log-options"
  | "storage-options"
  | "sysctls"
  | "ulimit"
  | "read-only-upload";

/** The same with what the engine's words name. */
export interface Fault {
  readonly is: ContainerFault;
  readonly parts: readonly string[];
}
