import type { Refusal } from "./refusal";

/** A container's, or a network's that it is connected to. */
const about = ["container", "network"] as const;

/** What of a container's request the engine refuses; the status says the rest. */
export const containers: readonly Refusal[] = [
  {
    words:
      /user specified IP address|no configured subnet|network-scoped alias(?:es)? (?:is|are) (?:only supported|supported only)|invalid (?:ipv[46] )?address|does not belong to any of this network/i,
    about,
    fault: "address-refused",
  },
  {
    words: /bind source path does not exist: (\S+)/i,
    about,
    fault: "mount-source",
  },
  {
    words: /duplicate mount point: (\S+)/i,
    about,
    fault: "mount-twice",
  },
  {
    words:
      /invalid mount (?:config|path)|invalid volume specification|invalid bind mount spec|includes invalid characters for a local volume name|error while creating mount source path|mount denied|error mounting "|not a directory: are you trying to mount/i,
    about,
    fault: "mount",
  },
  {
    words: /could not select device driver|failed to discover GPU vendor/i,
    about,
    fault: "gpus",
  },
  {
    words: /cannot join network (?:namespace )?of a non running container: (?:container )?(\S+)/i,
    about,
    fault: "container-joined",
  },
  {
    words: /error gathering device information.*?"([^"]*)"/i,
    about,
    fault: "device",
  },
  {
    words: /unknown capability|invalid Cap(?:Add|Drop)|apply caps/i,
    about,
    fault: "capabilities",
  },
  {
    words: /security-opt|seccomp|apparmor/i,
    about,
    fault: "security-options",
  },
  {
    words: /unable to find user (\S+?):|no matching entries in (?:passwd|group) file/i,
    about,
    fault: "user",
  },
  {
    words: /chdir to cwd \("([^"]*)"\)|cannot mkdir: (\S+) is not a directory/i,
    about,
    fault: "working-directory",
  },
  {
    words: /requested CPUs are not available|invalid (?:value )?.*cpuset/i,
    about,
    fault: "cpu-set",
  },
  {
    words: /range of cpus is from|CPU (?:cfs )?(?:period|quota)/i,
    about,
    fault: "cpus",
  },
  {
    words: /memory limit|memoryswap|memory reservation|minimum memory/i,
    about,
    fault: "memory",
  },
  {
    words: /unknown (?:or invalid )?runtime|runtime ".*" not found|unknown runtime specified/i,
    about,
    fault: "runtime",
  },
  {
    words: /no log driver named|logger: .*not registered|error looking up logging plugin/i,
    about,
    fault: "log-driver",
  },
  {
    words: /failed to initialize logging driver/i,
    about,
    fault: "log-destination",
  },
  {
    words: /unknown log opt|log opt/i,
    about,
    fault: "log-options",
  },
  {
    words: /storage-opt|storage option/i,
    about,
    fault: "storage-options",
  },
  {
    words: /sysctl/i,
    about,
    fault: "sysctls",
  },
  {
    words: /ulimit|rlimit/i,
    about,
    fault: "ulimit",
  },
  {
    words: /rootfs is marked read-only|mounted volume is marked read-only/i,
    about,
    fault: "read-only-upload",
  },
  {
    // Whatever else the runtime did not find or may not touch.
    words: /OCI runtime create failed.*(?:no such file or directory|permission denied)(?:: unknown)?$/is,
    about,
    fault: "command",
  },
];
