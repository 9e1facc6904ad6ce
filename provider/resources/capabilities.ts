/** Linux's capabilities. Source: capabilities(7), Linux 5.9 and since. */
const CAPABILITIES: ReadonlySet<string> = new Set(
  `AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER
   FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE
   NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE
   SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG SYSLOG WAKE_ALARM`.split(/\s+/),
);

/** One spelling for all of one capability: `NET_ADMIN` for `cap_net_admin`. */
export const capabilityKey = (name: string): string => name.toUpperCase().replace(/^CAP_/, "");

/** Complains about names that Linux does not know. */
export function validateCapabilities(names: readonly string[]): string | undefined {
  const unknown = names.filter((name) => !isKnown(capabilityKey(name)));
  if (unknown.length === 0) return undefined;
  const known = [...CAPABILITIES].sort().join(", ");
  return `${unknown.map((name) => JSON.stringify(name)).join(", ")}: no such capability; Linux has ${known}, and Docker ALL`;
}

const isKnown = (key: string): boolean => key === "ALL" || CAPABILITIES.has(key);
