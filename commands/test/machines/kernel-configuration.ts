/** Modules of Debian's build that a machine with Docker may ask for; the others would triple the time of the build. */
const modules =
  /^(?:NETFILTER_.*|NFT?_.*|IP6?_NF_.*|IP_VS.*|BRIDGE|BRIDGE_NETFILTER|VETH|VXLAN|DUMMY|MACVLAN|IPVLAN|VLAN_8021Q|TUN|OVERLAY_FS|FUSE_FS|BLK_DEV_LOOP|BINFMT_MISC|AUTOFS_FS|INET_ESP|XFRM_.*|(?:PACKET|UNIX|INET\w*)_DIAG)$/;

/** Parts that Debian's build has and that no machine with Docker asks for. */
const leftOut = [
  ...["MD", "SCSI_MOD", "HID_SUPPORT", "INPUT", "SERIO", "WATCHDOG", "VIRTIO_MENU", "PARTITION_ADVANCED", "ETHERNET"],
  ...["BTRFS_FS", "XFS_FS", "JFS_FS", "MISC_FILESYSTEMS", "NETWORK_FILESYSTEMS", "QUOTA", "NLS"],
  ...["SECURITY_SELINUX", "SECURITY_SMACK", "SECURITY_TOMOYO", "INTEGRITY", "NETLABEL"],
  ...["NET_SCHED", "TCP_CONG_ADVANCED", "CAN", "BRIDGE_NF_EBTABLES", "RUNTIME_TESTING_MENU"],
  // With it, cgroup v2 gives no process a real-time priority: Debian's other kernels have it off too.
  "RT_GROUP_SCHED",
  ...["DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT", "DEBUG_INFO_REDUCED"],
];

/**
 * What Debian's build lacks: without nftables' NAT no container reaches a network, and `dockerd-rootless-setuptool.sh`
 * sets up no engine without the older iptables.
 */
const added = {
  NF_TABLES_IPV4: "y",
  NF_TABLES_IPV6: "y",
  NF_TABLES_INET: "y",
  NFT_NAT: "m",
  NETFILTER_XTABLES_LEGACY: "y",
  IP_NF_IPTABLES_LEGACY: "m",
  IP_NF_FILTER: "m",
  IP_NF_NAT: "m",
  DEBUG_INFO_NONE: "y",
} as const;

/** The configuration of a machine's kernel, from that of Debian's user-mode-linux; `olddefconfig` makes it complete. */
export function kernelConfiguration(debian: string): string {
  const kept = debian.split("\n").map((line) => {
    const [, name, value] = /^(?:# )?CONFIG_(\w+)(?:=(.*)| is not set)$/.exec(line) ?? [];
    if (name === undefined) return line;
    if (Object.hasOwn(added, name)) return "";
    const isOff = leftOut.includes(name) || (value === "m" && !modules.test(name));
    return isOff ? `# CONFIG_${name} is not set` : line;
  });
  return [...kept, ...Object.entries(added).map(([name, value]) => `CONFIG_${name}=${value}`), ""].join("\n");
}
