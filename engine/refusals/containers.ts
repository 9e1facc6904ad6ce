import type { Refusal } from "./refusal";

/** A container's, or a network's that it is connected to. */
const about = ["container", "network"] as const;

/** What of a container's request the engine refuses; the status says the rest. */
export const containers: readonly Refusal[] = [
  {
    pattern:
      /user specified IP address|no configured subnet|network-scoped alias(?:es)? (?:is|are) (?:only supported|supported only)|invalid (?:ipv[46] )?address|does not belong to any of this network/i,
    about,
    fault: "address-refused",
  },
  {
    pattern: /bind source path does not exist: (\S+)/i,
    about,
    fault: "mount-source",
  },
  {
    pattern: /duplicate mount point: (\S+)/i,
    about,
    fault: "mount-twice",
  },
  {
    pattern:
      /invalid mount (?:config|path)|invalid volume specification|invalid bind mount spec|includes invalid characters for a local volume name|error while creating mount source path|mount denied|error mounting "|not a directory: are you trying to mount/i,
    about,
    fault: "mount",
  },
  {
    pattern: /could not select device driver|failed to discover GPU vendor/i,
    about,
    fault: "gpus",
  },
  {
    pattern: /cannot join network (?:namespace )?of a non running container: (?:container )?(\S+)/i,
    about,
    fault: "container-joined",
  },
  {
    pattern: /error gathering device information.*?"([^"]*)"/i,
    about,
    fault: "device",
  },
  {
    pattern: /unknown capability|invalid Cap(?:Add|Drop)|apply caps/i,
    about,
    fault: "capabilities",
  },
  {
    pattern: /security-opt|seccomp|apparmor/i,
    about,
    fault: "security-options",
  },
  {
    pattern: /unable to find user (\S+?):|no matching entries in (?:passwd|group) file/i,
    about,
    fault: "user",
  },
  {
    pattern: /chdir to cwd \("([^"]*)"\)|cannot mkdir: (\S+) is not a directory/i,
    about,
    fault: "working-directory",
  },
  {
    pattern: /requested CPUs are not available|invalid (?:value )?.*cpuset/i,
    about,
    fault: "cpu-set",
  },
  {
    pattern: /range of cpus is from|CPU (?:cfs )?(?:period|quota)/i,
    about,
    fault: "cpus",
  },
  {
    pattern: /memory limit|memoryswap|memory reservation|minimum memory/i,
    about,
    fault: "memory",
  },
  {
    pattern: /unknown (?:or invalid )?runtime|runtime ".*" not found|unknown runtime specified/i,
    about,
    fault: "runtime",
  },
  {
    pattern: /no log driver named|logger: .*not registered|error looking up logging plugin/i,
    about,
    fault: "log-driver",
  },
  {
    pattern: /failed to initialize logging driver/i,
    about,
    fault: "log-destination",
  },
  {
    pattern: /unknown log opt|log opt/i,
    about,
    fault: "log-options",
  },
  {
    pattern: /storage-opt|storage option/i,
    about,
    fault: "storage-options",
  },
  {
    pattern: /sysctl/i,
    about,
    fault: "sysctls",
  },
  {
    pattern: /ulimit|rlimit/i,
    about,
    fault: "ulimit",
  },
  {
    pattern: /rootfs is marked read-only|mounted volume is marked read-only/i,
    about,
    fault: "read-only-upload",
  },
  {
    pattern: /cannot overwrite directory "([^"]+)" with non-directory/i,
    about,
    fault: "upload-over-folder",
  },
  {
    // Whatever else the runtime did not find or may not touch.
    pattern: /OCI runtime create failed.*(?:no such file or directory|permission denied)(?:: unknown)?$/is,
    about,
    fault: "command",
  },
];
