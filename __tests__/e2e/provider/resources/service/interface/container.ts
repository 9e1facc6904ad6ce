import { container, type Row, refer } from "./row";

const stays = { stays: true } as const;
const digest = `sha256:${"0123456789abcdef".repeat(4)}`;
const second = 1e9;

/** What services ask of their containers. */
export const containerRows: readonly Row[] = [
  container(
    "takes an image that its registry does not have by the name that the docker client records",
    { image: "registry:5000/nothing" },
    { Image: "registry:5000/nothing:latest" },
  ),
  container(
    "takes an image by its digest",
    { image: `registry:5000/busybox@${digest}` },
    { Image: `registry:5000/busybox@${digest}` },
  ),
  container("takes an image by its id", { image: digest }, { Image: digest }),

  container("runs another command", { command: ["sleep", "60"] }, { Command: ["sleep", "60"] }),
  container("gives its command arguments", { args: ["-l", ""] }, { Args: ["-l", ""] }),
  container(
    "names its containers after their node",
    { hostname: `web-${refer.template}` },
    { Hostname: "web-{{.Node.Hostname}}" },
  ),
  container(
    "sets environment variables, whose values may have an equals sign or nothing",
    { env: { URI: "/?a=b", EMPTY: "" } },
    { Env: ["EMPTY=", "URI=/?a=b"] },
  ),
  container("runs in another folder", { dir: "/tmp" }, { Dir: "/tmp" }),
  container("runs as another user", { user: "1000:1000" }, { User: "1000:1000" }),
  container("has its user in more groups, in their order", { groups: ["video", "10"] }, { Groups: ["video", "10"] }),
  container(
    "labels its containers",
    {
      labels: [
        { label: "tier", value: "front" },
        { label: "bare", value: "" },
      ],
    },
    { Labels: { tier: "front", bare: "" } },
  ),
  container("cannot write its own files", { read_only: true }, { ReadOnly: true }),
  container("is stopped by another signal", { stop_signal: "SIGINT" }, { StopSignal: "SIGINT" }),
  container("has a minute to stop", { stop_grace_period: "1m" }, { StopGracePeriod: 60 * second }),
  container("is killed at once", { stop_grace_period: "0s" }, { StopGracePeriod: 0 }, stays),
  container("is isolated as a process", { isolation: "process" }, { Isolation: "process" }),
  container(
    "sets the kernel for itself",
    { sysctl: { "net.core.somaxconn": "64" } },
    { Sysctls: { "net.core.somaxconn": "64" } },
  ),
  container("has more capabilities", { cap_add: ["CAP_NET_ADMIN"] }, { CapabilityAdd: ["CAP_NET_ADMIN"] }),
  container("has fewer capabilities", { cap_drop: ["CAP_MKNOD"] }, { CapabilityDrop: ["CAP_MKNOD"] }),

  container(
    "has SELinux labels",
    { privileges: [{ se_linux_context: [{ user: "u", role: "r", type: "t", level: "l" }] }] },
    { Privileges: { SELinuxContext: { User: "u", Role: "r", Type: "t", Level: "l" } } },
  ),
  container(
    "does without SELinux",
    { privileges: [{ se_linux_context: [{ disable: true }] }] },
    { Privileges: { SELinuxContext: { Disable: true } } },
  ),
  container(
    "has credentials in a file of its node",
    { privileges: [{ credential_spec: [{ file: "spec.json" }] }] },
    { Privileges: { CredentialSpec: { File: "spec.json" } } },
  ),
  container(
    "has credentials in its node's registry",
    { privileges: [{ credential_spec: [{ registry: "spec" }] }] },
    { Privileges: { CredentialSpec: { Registry: "spec" } } },
  ),

  container(
    "mounts a folder of its node, and propagates nothing where it says nothing",
    { mounts: [{ type: "bind", source: "/tmp", target: "/a", bind_options: [{}] }] },
    { Mounts: [{ Type: "bind", Source: "/tmp", Target: "/a", BindOptions: { Propagation: "rprivate" } }] },
  ),
  container(
    "mounts a folder of its node read-only, with another propagation",
    {
      mounts: [
        { type: "bind", source: "/tmp", target: "/a", read_only: true, bind_options: [{ propagation: "rslave" }] },
      ],
    },
    { Mounts: [{ Type: "bind", ReadOnly: true, BindOptions: { Propagation: "rslave" } }] },
  ),
  container(
    "mounts a volume that has to be made",
    {
      mounts: [
        {
          type: "volume",
          source: "data",
          target: "/data",
          volume_options: [
            {
              no_copy: true,
              labels: [{ label: "a", value: "1" }],
              driver_name: "local",
              driver_options: { type: "tmpfs", device: "tmpfs" },
            },
          ],
        },
      ],
    },
    {
      Mounts: [
        {
          ...{ Type: "volume", Source: "data", Target: "/data" },
          VolumeOptions: {
            NoCopy: true,
            Labels: { a: "1" },
            DriverConfig: { Name: "local", Options: { type: "tmpfs", device: "tmpfs" } },
          },
        },
      ],
    },
  ),
  container(
    "mounts a volume of the default driver, with options",
    { mounts: [{ type: "volume", source: "data", target: "/data", volume_options: [{ driver_options: { o: "x" } }] }] },
    { Mounts: [{ VolumeOptions: { DriverConfig: { Options: { o: "x" } } } }] },
  ),
  container(
    "mounts a volume that nobody named",
    { mounts: [{ type: "volume", target: "/data" }] },
    { Mounts: [{ Type: "volume", Target: "/data" }] },
  ),
  container(
    "mounts memory, of a size and with the sticky bit",
    { mounts: [{ type: "tmpfs", target: "/run", tmpfs_options: [{ size_bytes: 65536, mode: 1023 }] }] },
    { Mounts: [{ Type: "tmpfs", Target: "/run", TmpfsOptions: { SizeBytes: 65536, Mode: 1023 } }] },
  ),

  container(
    "is checked",
    {
      healthcheck: [{ test: ["CMD", "true"], interval: "5s", timeout: "2s", start_period: "500ms", retries: 4 }],
    },
    {
      Healthcheck: {
        ...{ Test: ["CMD", "true"], Interval: 5 * second, Timeout: 2 * second },
        ...{ StartPeriod: second / 2, Retries: 4 },
      },
    },
    stays,
  ),
  container(
    "is not checked, whatever its image says",
    { healthcheck: [{ test: ["NONE"] }] },
    { Healthcheck: { Test: ["NONE"] } },
    stays,
  ),
  container(
    "is checked as its image says, at other intervals",
    { healthcheck: [{ test: [], interval: "1h" }] },
    { Healthcheck: { Interval: 3600 * second } },
    stays,
  ),
  container(
    "knows hosts by name",
    {
      hosts: [
        { host: "db", ip: "10.0.0.9" },
        { host: "cache", ip: "10.0.0.8" },
      ],
    },
    { Hosts: ["10.0.0.8 cache", "10.0.0.9 db"] },
  ),
  container(
    "looks names up elsewhere",
    { dns_config: [{ nameservers: ["9.9.9.9"], search: ["example.org"], options: ["timeout:3"] }] },
    { DNSConfig: { Nameservers: ["9.9.9.9"], Search: ["example.org"], Options: ["timeout:3"] } },
    stays,
  ),
  container(
    "searches names in a domain, at the node's own name servers",
    { dns_config: [{ nameservers: [], search: ["example.org"] }] },
    { DNSConfig: { Search: ["example.org"] } },
    stays,
  ),

  container(
    "has a secret as a file of root's that all can read",
    { secrets: [{ secret_id: refer.secret, secret_name: "key", file_name: "key" }] },
    ({ secret }) => ({
      Secrets: [{ SecretID: secret, SecretName: "key", File: { Name: "key", UID: "0", GID: "0", Mode: 0o444 } }],
    }),
    { anew: "its secret is not imported, and is made anew" },
  ),
  container(
    "has a secret as somebody else's file",
    {
      secrets: [
        {
          ...{ secret_id: refer.secret, secret_name: "key", file_name: "/run/key" },
          ...{ file_uid: "1000", file_gid: "100", file_mode: 0o100400 },
        },
      ],
    },
    { Secrets: [{ File: { Name: "/run/key", UID: "1000", GID: "100", Mode: 0o100400 } }] },
    { anew: "its secret is not imported, and is made anew" },
  ),
  container(
    "has a config as a file of root's that all can read",
    { configs: [{ config_id: refer.config, config_name: "file", file_name: "/etc/file" }] },
    ({ config }) => ({
      Configs: [{ ConfigID: config, ConfigName: "file", File: { Name: "/etc/file", UID: "0", GID: "0", Mode: 0o444 } }],
    }),
  ),
  container(
    "has a config as somebody else's file",
    {
      configs: [
        {
          ...{ config_id: refer.config, config_name: "file", file_name: "/etc/file" },
          ...{ file_uid: "1000", file_gid: "100", file_mode: 777 },
        },
      ],
    },
    { Configs: [{ File: { UID: "1000", GID: "100", Mode: 777 } }] },
  ),
];
