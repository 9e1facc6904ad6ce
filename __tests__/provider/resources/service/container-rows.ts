import { containerSpec } from "../../../../provider/resources/service/container-spec";
import { configs, secrets } from "../../../../provider/resources/service/files";
import { mounts } from "../../../../provider/resources/service/mounts";
import { privileges } from "../../../../provider/resources/service/privileges";

import { type Row, row } from "./row";

/** Of the containers of its tasks. */
export const containerRows: readonly Row[] = [
  row(
    "a volume",
    mounts,
    {
      mounts: [
        {
          type: "volume",
          source: "v",
          target: "/v",
          volume_options: [
            {
              no_copy: true,
              driver_name: "local",
              driver_options: { o: "x" },
              labels: [{ label: "a", value: "b" }],
              subpath: "in",
            },
          ],
        },
      ],
    },
    [
      {
        Type: "volume",
        Source: "v",
        Target: "/v",
        VolumeOptions: {
          NoCopy: true,
          Labels: { a: "b" },
          DriverConfig: { Name: "local", Options: { o: "x" } },
          Subpath: "in",
        },
      },
    ],
  ),
  row(
    "a folder of the node",
    mounts,
    {
      mounts: [
        { type: "bind", source: "/s", target: "/t", read_only: true, bind_options: [{ propagation: "rslave" }] },
      ],
    },
    [{ Type: "bind", Source: "/s", Target: "/t", ReadOnly: true, BindOptions: { Propagation: "rslave" } }],
  ),
  row(
    "bind options that say nothing ask for the engine's own propagation, or the swarm would forget them",
    mounts,
    { mounts: [{ type: "bind", source: "/s", target: "/t", bind_options: [{}] }] },
    [{ Type: "bind", Source: "/s", Target: "/t", BindOptions: { Propagation: "rprivate" } }],
  ),
  row(
    "options of the engine's default driver of volumes",
    mounts,
    { mounts: [{ type: "volume", source: "v", target: "/v", volume_options: [{ driver_options: { o: "x" } }] }] },
    [{ Type: "volume", Source: "v", Target: "/v", VolumeOptions: { DriverConfig: { Options: { o: "x" } } } }],
  ),
  row(
    "a folder in memory",
    mounts,
    { mounts: [{ type: "tmpfs", target: "/t", tmpfs_options: [{ size_bytes: 10, mode: 511 }] }] },
    [{ Type: "tmpfs", Target: "/t", TmpfsOptions: { SizeBytes: 10, Mode: 511 } }],
  ),
  row("a cluster volume", mounts, { mounts: [{ type: "cluster", source: "c", target: "/c" }] }, [
    { Type: "cluster", Source: "c", Target: "/c", ClusterOptions: {} },
  ]),

  row(
    "a secret",
    secrets,
    { secrets: [{ secret_id: "1", secret_name: "s", file_name: "f", file_uid: "5", file_gid: "6", file_mode: 256 }] },
    [{ SecretID: "1", SecretName: "s", File: { Name: "f", UID: "5", GID: "6", Mode: 256 } }],
  ),
  row("a config", configs, { configs: [{ config_id: "1", config_name: "c", file_name: "/f" }] }, [
    { ConfigID: "1", ConfigName: "c", File: { Name: "/f", UID: "0", GID: "0", Mode: 0o444 } },
  ]),
  row(
    "a config for the engine",
    configs,
    { configs: [{ config_id: "1", config_name: "c", file_name: "", runtime: true }] },
    [{ ConfigID: "1", ConfigName: "c", Runtime: {} }],
  ),

  row(
    "privileges",
    privileges,
    {
      privileges: [
        { credential_spec: [{ config: "1" }], se_linux_context: [{ disable: true }], no_new_privileges: true },
      ],
    },
    { CredentialSpec: { Config: "1" }, SELinuxContext: { Disable: true }, NoNewPrivileges: true },
  ),

  row(
    "where names are searched, asked of the engine's own name servers",
    containerSpec,
    { image: "nginx", dns_config: [{ nameservers: [], search: ["s"] }] },
    { Image: "nginx", Isolation: "default", DNSConfig: { Nameservers: [], Search: ["s"] } },
  ),
  row("an image alone", containerSpec, { image: "nginx" }, { Image: "nginx", Isolation: "default" }),
  row(
    "a container",
    containerSpec,
    {
      image: "nginx",
      command: ["a"],
      args: ["b"],
      hostname: "h",
      env: { B: "2=2", A: "" },
      unset_env: ["C"],
      dir: "/d",
      user: "u",
      groups: ["g"],
      labels: [{ label: "l", value: "1" }],
      init: true,
      tty: true,
      open_stdin: true,
      read_only: true,
      stop_signal: "SIGINT",
      stop_grace_period: "1m",
      hosts: [
        { host: "y", ip: "2.2.2.2" },
        { host: "x", ip: "1.1.1.1" },
      ],
      dns_config: [{ nameservers: ["8.8.8.8"], search: ["s"], options: ["o"] }],
      isolation: "hyperv",
      sysctl: { k: "v" },
      cap_add: ["CAP_CHOWN"],
      cap_drop: ["ALL"],
      ulimits: [{ name: "nofile", soft: 1, hard: -1 }],
      oom_score_adj: 5,
    },
    {
      Image: "nginx",
      Command: ["a"],
      Args: ["b"],
      Hostname: "h",
      Env: ["A=", "B=2=2", "C"],
      Dir: "/d",
      User: "u",
      Groups: ["g"],
      Labels: { l: "1" },
      Init: true,
      TTY: true,
      OpenStdin: true,
      ReadOnly: true,
      StopSignal: "SIGINT",
      StopGracePeriod: 60e9,
      Hosts: ["1.1.1.1 x", "2.2.2.2 y"],
      DNSConfig: { Nameservers: ["8.8.8.8"], Search: ["s"], Options: ["o"] },
      Isolation: "hyperv",
      Sysctls: { k: "v" },
      CapabilityAdd: ["CAP_CHOWN"],
      CapabilityDrop: ["ALL"],
      Ulimits: [{ Name: "nofile", Soft: 1, Hard: -1 }],
      OomScoreAdj: 5,
    },
  ),
];
