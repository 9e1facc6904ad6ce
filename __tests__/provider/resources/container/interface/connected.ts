import type { Rows } from "./row";

const IFNAME = "com.docker.network.endpoint.ifname";

/** What it is connected to, what it is called there, and what of it can be reached. */
export const connected: Rows = ({
  network,
  ipv4,
  ipv6,
  second,
  secondId,
  neighbour,
  neighbourId,
  port,
  defaultMode = "default",
}) => [
  { name: "a host name", asked: { hostname: "node" }, shows: { Config: { Hostname: "node" } }, without: "kept" },
  { name: "a domain name", asked: { domainname: "lab" }, shows: { Config: { Domainname: "lab" } } },
  {
    name: "the docker CLI's default network",
    asked: { network_mode: "default" },
    shows: { HostConfig: { NetworkMode: defaultMode } },
    isShownAnyway: defaultMode === "bridge",
    on: ["bridge"],
    without: "kept",
  },
  {
    name: "a network mode that is empty",
    asked: { network_mode: "" },
    shows: { HostConfig: { NetworkMode: defaultMode } },
    isShownAnyway: defaultMode === "bridge",
    on: ["bridge"],
    without: "kept",
  },
  {
    name: "no network",
    asked: { network_mode: "none" },
    shows: { HostConfig: { NetworkMode: "none" } },
    on: ["none"],
  },
  {
    name: "the host's network",
    asked: { network_mode: "host" },
    shows: { HostConfig: { NetworkMode: "host" } },
    on: ["host"],
  },
  {
    name: "another container's network",
    asked: { network_mode: `container:${neighbour}` },
    shows: { HostConfig: { NetworkMode: `container:${neighbourId}` } },
    on: [],
  },
  {
    name: "a network as its mode",
    asked: { network_mode: network },
    shows: { HostConfig: { NetworkMode: network } },
    on: [network],
  },
  {
    name: "a network, its addresses there and its other names",
    asked: {
      networks_advanced: [
        { name: network, aliases: ["web", "www"], ipv4_address: `${ipv4}.77`, ipv6_address: `${ipv6}::77` },
      ],
    },
    shows: {
      HostConfig: { NetworkMode: "bridge" },
      NetworkSettings: {
        Networks: {
          [network]: {
            Aliases: expect.arrayContaining(["web", "www"]),
            IPAMConfig: { IPv4Address: `${ipv4}.77`, IPv6Address: `${ipv6}::77` },
            IPAddress: `${ipv4}.77`,
            GlobalIPv6Address: `${ipv6}::77`,
          },
        },
      },
    },
    on: [network],
    tells: {
      network_data: [{ network_name: network, ip_address: `${ipv4}.77`, global_ipv6_address: `${ipv6}::77` }],
    },
  },
  {
    name: "two networks, one of them by its id, and not the default bridge",
    asked: { network_mode: "bridge", networks_advanced: [{ name: network }, { name: secondId, aliases: [] }] },
    shows: { HostConfig: { NetworkMode: "bridge" }, NetworkSettings: { Networks: { [second]: {} } } },
    on: [network, second],
  },
  {
    name: "a network as its mode and another one beside it",
    asked: { network_mode: network, networks_advanced: [{ name: second, aliases: ["db"] }] },
    shows: {
      HostConfig: { NetworkMode: network },
      NetworkSettings: { Networks: { [second]: { Aliases: expect.arrayContaining(["db"]) } } },
    },
    on: [network, second],
  },
  {
    name: "a MAC address on the network of its mode",
    asked: {
      network_mode: network,
      networks_advanced: [{ name: network, aliases: ["cache"], mac_address: "02-42-AC-1E-00-4D" }],
    },
    shows: { NetworkSettings: { Networks: { [network]: { MacAddress: "02:42:ac:1e:00:4d" } } } },
    on: [network],
    tells: { network_data: [{ network_name: network, mac_address: "02:42:ac:1e:00:4d" }] },
  },
  {
    name: "a network, and what the network's driver is told of it",
    asked: {
      networks_advanced: [
        {
          name: network,
          link_local_ips: ["169.254.8.8"],
          driver_opts: ["com.example.a=1", "com.example.b=x=y"],
        },
      ],
    },
    shows: {
      NetworkSettings: {
        Networks: {
          [network]: {
            IPAMConfig: { LinkLocalIPs: ["169.254.8.8"] },
            DriverOpts: { "com.example.a": "1", "com.example.b": "x=y" },
          },
        },
      },
    },
    on: [network],
  },
  {
    name: "another container by another name on a network",
    asked: { networks_advanced: [{ name: network, links: [`${neighbour}:db`] }] },
    shows: { NetworkSettings: { Networks: { [network]: { Links: [`${neighbour}:db`] } } } },
    on: [network],
  },
  {
    name: "MAC addresses on two networks, one of which is its way out",
    since: "1.48",
    asked: {
      networks_advanced: [
        { name: network, mac_address: "02:42:ac:1e:00:4e" },
        { name: second, mac_address: "02:42:ac:1e:00:4f", gw_priority: 10 },
      ],
    },
    shows: {
      NetworkSettings: {
        Networks: {
          [network]: { MacAddress: "02:42:ac:1e:00:4e" },
          [second]: { MacAddress: "02:42:ac:1e:00:4f", GwPriority: 10 },
        },
      },
    },
    on: [network, second],
  },
  {
    name: "a name for its interface on a network",
    since: "1.49",
    asked: { networks_advanced: [{ name: network, interface_name: "lab9" }] },
    shows: { NetworkSettings: { Networks: { [network]: { DriverOpts: { [IFNAME]: "lab9" } } } } },
    on: [network],
  },
  {
    name: "a name for its interface on a network, as an option of the driver",
    asked: { networks_advanced: [{ name: network, driver_opts: [`${IFNAME}=lab8`] }] },
    shows: { NetworkSettings: { Networks: { [network]: { DriverOpts: { [IFNAME]: "lab8" } } } } },
    on: [network],
  },
  {
    name: "another container by its name on the default bridge",
    asked: { links: [neighbour, `${neighbour}:db`] },
    shows: { HostConfig: { Links: expect.arrayContaining([expect.stringMatching(`^/${neighbour}:/.*/db$`)]) } },
    on: ["bridge"],
  },
  {
    name: "entries of its hosts file",
    asked: {
      host: [
        { host: "db.lab", ip: "10.9.8.7" },
        { host: "six.lab", ip: "fd00::7" },
      ],
    },
    shows: { HostConfig: { ExtraHosts: expect.arrayContaining(["db.lab:10.9.8.7", "six.lab:fd00::7"]) } },
  },
  { name: "name servers", asked: { dns: ["10.1.1.1"] }, shows: { HostConfig: { Dns: ["10.1.1.1"] } } },
  {
    name: "options of its resolver",
    asked: { dns_opts: ["ndots:3"] },
    shows: { HostConfig: { DnsOptions: ["ndots:3"] } },
  },
  { name: "domains to search in", asked: { dns_search: ["lab"] }, shows: { HostConfig: { DnsSearch: ["lab"] } } },
  {
    name: "ports of the host, one of them of one address and of UDP",
    asked: {
      ports: [
        { internal: 80, external: port },
        { internal: 53, external: port + 1, ip: "127.0.0.1", protocol: "udp" },
      ],
    },
    shows: {
      Config: { ExposedPorts: { "80/tcp": {}, "53/udp": {}, "9000/tcp": {} } },
      HostConfig: {
        PortBindings: {
          "80/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port}` }],
          "53/udp": [{ HostIp: "127.0.0.1", HostPort: `${port + 1}` }],
        },
      },
      NetworkSettings: { Ports: { "53/udp": [{ HostIp: "127.0.0.1", HostPort: `${port + 1}` }] } },
    },
  },
  {
    name: "ports in a row",
    asked: { ports: [{ internal: 7000, internal_to: 7002, external: port + 3 }] },
    shows: {
      HostConfig: {
        PortBindings: {
          "7000/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port + 3}` }],
          "7001/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port + 4}` }],
          "7002/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port + 5}` }],
        },
      },
    },
  },
  {
    name: "one of several ports of the host",
    asked: { ports: [{ internal: 80, external_range: `${port + 6}-${port + 8}` }] },
    shows: {
      HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: `${port + 6}-${port + 8}` }] } },
    },
    tells: { ports: [{ external: expect.any(Number) }] },
  },
  {
    name: "one of its ports on two of the host, one of them the engine's choice",
    asked: { ports: [{ internal: 80, external: port + 2 }, { internal: 80 }] },
    shows: {
      HostConfig: {
        PortBindings: {
          "80/tcp": [
            { HostIp: "0.0.0.0", HostPort: `${port + 2}` },
            { HostIp: "0.0.0.0", HostPort: "0" },
          ],
        },
      },
    },
    tells: { ports: [{ external: port + 2 }, { external: expect.any(Number) }] },
  },
  {
    name: "a port on every address of the host, those of IPv6 too",
    asked: { ports: [{ internal: 80, ip: "" }] },
    shows: { HostConfig: { PortBindings: { "80/tcp": [{ HostIp: "", HostPort: "0" }] } } },
    tells: { ports: [{ ip: "", external: expect.any(Number) }] },
  },
  {
    name: "ports that it says it listens on, of which one is opened and one is the image's",
    asked: { expose: ["7000", "53/udp", "80", "9000"], ports: [{ internal: 80 }] },
    shows: { Config: { ExposedPorts: { "7000/tcp": {}, "53/udp": {}, "80/tcp": {}, "9000/tcp": {} } } },
  },
  {
    name: "all the image's ports",
    asked: { publish_all_ports: true },
    shows: {
      HostConfig: { PublishAllPorts: true },
      NetworkSettings: {
        Ports: { "9000/tcp": expect.arrayContaining([expect.objectContaining({ HostIp: "0.0.0.0" })]) },
      },
    },
    tells: { ports: [] },
  },
];
