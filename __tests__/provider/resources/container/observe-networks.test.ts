import type { ContainerInspect } from "../../../../engine";
import { echo } from "./engine-echo";
import { front, host, networks, open, type Row, toldOf } from "./observed";

const rows: readonly Row[] = [
  // Network
  {
    name: "networks that it is on, by name and by id",
    asked: {
      networks_advanced: [
        { name: "front", aliases: ["web"] },
        { name: "abc" },
        { name: "gone" },
        { name: "front", ipv4_address: "10.0.0.3" },
      ],
    },
    found: networks({ front }),
    state: {
      networks_advanced: [
        { name: "front", aliases: ["web"], ipv4_address: undefined, ipv6_address: undefined },
        { name: "abc", aliases: undefined, ipv4_address: undefined, ipv6_address: undefined },
      ],
    },
  },
  {
    name: "what it has on its networks, in order of their names",
    found: networks({ b: { IPAddress: "10.0.0.2", IPPrefixLen: 24, Gateway: "10.0.0.1", MacAddress: "02:42" }, a: {} }),
    state: {
      network_data: [
        {
          network_name: "a",
          ip_address: "",
          ip_prefix_length: 0,
          gateway: "",
          global_ipv6_address: "",
          global_ipv6_prefix_length: 0,
          ipv6_gateway: "",
          mac_address: "",
        },
        {
          network_name: "b",
          ip_address: "10.0.0.2",
          ip_prefix_length: 24,
          gateway: "10.0.0.1",
          global_ipv6_address: "",
          global_ipv6_prefix_length: 0,
          ipv6_gateway: "",
          mac_address: "02:42",
        },
      ],
    },
  },
  {
    name: "another container's network that is gone, whose id stands in place of its name",
    asked: { network_mode: "container:db" },
    found: host({ NetworkMode: "container:abc" }),
    state: { network_mode: "container:abc" },
  },
  {
    name: "the docker CLI's default network",
    found: host({ NetworkMode: "default" }),
    state: { network_mode: "bridge" },
  },
  {
    name: "hosts, with an IPv6 address too",
    asked: {
      host: [
        { host: "a", ip: "::1" },
        { host: "b", ip: "1.2.3.4" },
      ],
    },
    found: host({ ExtraHosts: ["a:::1", "c:1.1.1.1"] }),
    state: { host: [{ host: "a", ip: "::1" }] },
  },

  // Ports
  {
    name: "the port of the host that the engine chose",
    asked: { ports: [{ internal: 80 }] },
    found: open([{ internal: 80 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }] }),
    state: { ports: [{ internal: 80, external: 32768, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "another one than before",
    asked: { ports: [{ internal: 80, external: 32768 }] },
    found: open([{ internal: 80 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32800" }] }),
    state: { ports: [{ internal: 80, external: 32800, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "none while it does not run",
    asked: {
      ports: [
        { internal: 80, external: 32768 },
        { internal: 81, external: 8081 },
      ],
    },
    found: open([{ internal: 80 }, { internal: 81, external: 8081 }], {}),
    state: {
      ports: [
        { internal: 80, external: undefined, ip: "0.0.0.0", protocol: "tcp" },
        { internal: 81, external: 8081, ip: "0.0.0.0", protocol: "tcp" },
      ],
    },
  },
  {
    name: "the engine's choice where it was written as 0",
    asked: { ports: [{ internal: 80, external: 0 }] },
    found: open([{ internal: 80, external: 0 }], { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "32768" }] }),
    state: { ports: [{ internal: 80, external: 32768, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "two ports of the engine's choice for one",
    asked: { ports: [{ internal: 80 }, { internal: 80 }] },
    found: open([{ internal: 80 }, { internal: 80 }], {
      "80/tcp": [
        { HostIp: "0.0.0.0", HostPort: "1" },
        { HostIp: "0.0.0.0", HostPort: "2" },
      ],
    }),
    state: {
      ports: [
        { internal: 80, external: 1, ip: "0.0.0.0", protocol: "tcp" },
        { internal: 80, external: 2, ip: "0.0.0.0", protocol: "tcp" },
      ],
    },
  },
  {
    name: "a port of the host that was asked for and is another one",
    asked: { ports: [{ internal: 80, external: 8080 }] },
    found: open([{ internal: 80, external: 9090 }], {}),
    state: { ports: [{ internal: 80, external: 9090, ip: "0.0.0.0", protocol: "tcp" }] },
  },
  {
    name: "ports in a row as they were asked for",
    asked: { ports: [{ internal: 80 }, { internal: 7000, internal_to: 7002, external: 8000 }] },
    found: open([{ internal: 7000, internal_to: 7002, external: 8000 }, { internal: 80 }], {}),
    state: {
      ports: [
        { internal: 80, external: undefined, ip: "0.0.0.0", protocol: "tcp" },
        { internal: 7000, internal_to: 7002, external: 8000, ip: "0.0.0.0", protocol: "tcp" },
      ],
    },
  },
  {
    name: "ports in a row one by one, where one of them is another",
    asked: { ports: [{ internal: 7000, internal_to: 7001, external: 8000 }] },
    found: open(
      [
        { internal: 7000, external: 8000 },
        { internal: 7001, external: 9001 },
      ],
      {},
    ),
    state: { ports: { length: 2 } },
  },
  {
    name: "which of several ports of the host the engine took",
    asked: { ports: [{ internal: 80, external_range: "9000-9010" }] },
    found: open([{ internal: 80, external_range: "9000-9010" }], {
      "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "9004" }],
    }),
    state: { ports: [{ internal: 80, external: 9004, external_range: "9000-9010" }] },
  },
  {
    name: "ports that all are published are not among those that were asked",
    asked: { publish_all_ports: true },
    found: echo({ publish_all_ports: true }, {
      NetworkSettings: { Ports: { "80/tcp": [{ HostIp: "0.0.0.0", HostPort: "1" }] } },
    } as unknown as Partial<ContainerInspect>),
    state: { ports: [], publish_all_ports: true },
  },
];

test.each(rows)("$name", ({ asked, found, state }) => {
  expect(toldOf(found, asked)).toMatchObject(state);
});
