import { requestHostRows } from "./request-host-rows";
import type { Row } from "./request-row";

/** Everything that can be asked, and what is sent of it. @param profile a file with a seccomp profile */
export const requestRows = (profile: string): readonly Row[] => [
  // Process
  { name: "a command", asked: { command: ["ls", ""] }, config: { Cmd: ["ls", ""] } },
  {
    name: "an entrypoint that takes away the image's",
    asked: { entrypoint: [""], command: ["ls"] },
    config: { Entrypoint: [""], Cmd: ["ls"] },
  },
  // To `[""]` the engine would add no command of the image's: "no command specified". Source: merge of moby, daemon/commit.go
  { name: "no entrypoint, and the image's command", asked: { entrypoint: [""] }, config: { Entrypoint: [] } },
  { name: "the image's entrypoint", asked: { entrypoint: [] }, config: {} },
  {
    name: "a terminal and standard input",
    asked: { tty: true, stdin_open: true },
    config: { Tty: true, OpenStdin: true },
  },
  {
    name: "what the process is given",
    asked: { env: ["A=1"], user: "1:2", working_dir: "/srv", stop_signal: "SIGINT", stop_timeout: 3 },
    config: { Env: ["A=1"], User: "1:2", WorkingDir: "/srv", StopSignal: "SIGINT", StopTimeout: 3 },
  },
  { name: "an init and groups", asked: { init: false, group_add: ["1"] }, host: { Init: false, GroupAdd: ["1"] } },

  // Life cycle
  {
    name: "a restart policy",
    asked: { restart: "on-failure", max_retry_count: 3 },
    host: { RestartPolicy: { Name: "on-failure", MaximumRetryCount: 3 } },
  },
  { name: "no restart", asked: {}, host: { RestartPolicy: { Name: "no", MaximumRetryCount: 0 } } },
  { name: "removal at its end", asked: { rm: true }, host: { AutoRemove: true } },

  // Health check
  {
    name: "a health check in nanoseconds",
    asked: { healthcheck: [{ test: ["CMD", "true"], interval: "1m30s", timeout: "500ms", retries: 2 }] },
    config: { Healthcheck: { Test: ["CMD", "true"], Interval: 90e9, Timeout: 5e8, StartPeriod: 0, Retries: 2 } },
  },
  {
    name: "a start interval, where there is one",
    asked: { healthcheck: [{ test: ["NONE"], start_interval: "1s" }] },
    config: {
      Healthcheck: { Test: ["NONE"], Interval: 0, Timeout: 0, StartPeriod: 0, StartInterval: 1e9, Retries: 0 },
    },
  },

  // Network
  { name: "the default network", asked: {}, host: { NetworkMode: "bridge" }, config: { NetworkingConfig: {} } },
  {
    name: "a network, in place of the default bridge",
    asked: { networks_advanced: [{ name: "front", aliases: ["web"], ipv4_address: "10.0.0.2" }] },
    host: { NetworkMode: "bridge" },
    config: {
      NetworkingConfig: { EndpointsConfig: { front: { Aliases: ["web"], IPAMConfig: { IPv4Address: "10.0.0.2" } } } },
    },
  },
  {
    name: "the mode's own network",
    asked: { network_mode: "back", networks_advanced: [{ name: "front" }, { name: "back", aliases: ["db"] }] },
    host: { NetworkMode: "back" },
    config: { NetworkingConfig: { EndpointsConfig: { back: { Aliases: ["db"] } } } },
  },
  {
    name: "all networks, each with its MAC address, where the engine takes them",
    api: "1.44",
    asked: { networks_advanced: [{ name: "front" }, { name: "back", mac_address: "02:42:00:00:00:01" }] },
    config: {
      NetworkingConfig: { EndpointsConfig: { front: {}, back: { MacAddress: "02:42:00:00:00:01" } } },
    },
  },
  {
    name: "the mode's own network beside others, where the engine takes all of them",
    api: "1.44",
    asked: { network_mode: "back", networks_advanced: [{ name: "front" }] },
    config: { NetworkingConfig: { EndpointsConfig: { back: {}, front: {} } } },
  },
  {
    name: "the one MAC address that an engine takes before",
    asked: {
      network_mode: "front",
      networks_advanced: [{ name: "back" }, { name: "front", mac_address: "02:42:00:00:00:01" }],
    },
    config: { MacAddress: "02:42:00:00:00:01", NetworkingConfig: { EndpointsConfig: { front: {} } } } as object,
  },
  {
    name: "what a network's driver is told",
    asked: {
      networks_advanced: [
        { name: "a", link_local_ips: ["169.254.1.1"], driver_opts: ["o=1=2"], gw_priority: -1, links: ["db:d"] },
      ],
    },
    config: {
      NetworkingConfig: {
        EndpointsConfig: {
          a: {
            IPAMConfig: { LinkLocalIPs: ["169.254.1.1"] },
            DriverOpts: { o: "1=2" },
            GwPriority: -1,
            Links: ["db:d"],
          },
        },
      },
    },
  },
  {
    name: "names and name servers",
    asked: {
      hostname: "h",
      domainname: "d",
      host: [{ host: "db", ip: "::1" }],
      dns: ["1.1.1.1"],
      dns_opts: ["a"],
      dns_search: ["b"],
    },
    config: { Hostname: "h", Domainname: "d" },
    host: { ExtraHosts: ["db:::1"], Dns: ["1.1.1.1"], DnsOptions: ["a"], DnsSearch: ["b"] },
  },

  // Ports
  {
    name: "ports, one number twice",
    asked: {
      ports: [
        { internal: 80, external: 8080 },
        { internal: 80, ip: "127.0.0.1" },
        { internal: 53, protocol: "UDP" },
      ],
    },
    config: { ExposedPorts: { "80/tcp": {}, "53/udp": {} } },
    host: {
      PortBindings: {
        "80/tcp": [
          { HostIp: "0.0.0.0", HostPort: "8080" },
          { HostIp: "127.0.0.1", HostPort: "0" },
        ],
        "53/udp": [{ HostIp: "0.0.0.0", HostPort: "0" }],
      },
    },
  },
  {
    name: "ports in a row, and one of several of the host",
    asked: {
      ports: [
        { internal: 7000, internal_to: 7002, external: 8000, protocol: "udp" },
        { internal: 80, external_range: "9000-9010", ip: "127.0.0.1" },
      ],
    },
    config: { ExposedPorts: { "7000/udp": {}, "7001/udp": {}, "7002/udp": {}, "80/tcp": {} } },
    host: {
      PortBindings: {
        "7000/udp": [{ HostIp: "0.0.0.0", HostPort: "8000" }],
        "7001/udp": [{ HostIp: "0.0.0.0", HostPort: "8001" }],
        "7002/udp": [{ HostIp: "0.0.0.0", HostPort: "8002" }],
        "80/tcp": [{ HostIp: "127.0.0.1", HostPort: "9000-9010" }],
      },
    },
  },
  { name: "all ports", asked: { publish_all_ports: true }, host: { PublishAllPorts: true } },

  {
    name: "ports that are exposed, with and without being opened",
    asked: { expose: ["80", "53/udp"], ports: [{ internal: 443, external: 8443 }] },
    config: { ExposedPorts: { "443/tcp": {}, "80/tcp": {}, "53/udp": {} } },
  },
  { name: "links on the default bridge", asked: { links: ["db", "c:cache"] }, host: { Links: ["db", "c:cache"] } },

  ...requestHostRows(profile),
];
