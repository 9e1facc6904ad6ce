import { isIP, isIPv4, isIPv6 } from "node:net";
import type { ContainerInspect, EndpointSettings, NetworkingConfig } from "../../../engine";
import { type Config, type Diagnostic, objectList, setOf, string, stringSet } from "../../schema";
import { like, orEmpty } from "../../schema/validators";
import { part } from "./part";

const addressOf = (isOne: (text: string) => boolean, kind: string, example: string) =>
  orEmpty(like(isOne, `${kind} address`, `one like \`${example}\``));

const schema = {
  hostname: string({
    optional: true,
    computed: true,
    forceNew: true,
    zero: "",
    doc: "Its host name. Default: its short id.",
  }),
  domainname: string({ optional: true, forceNew: true, zero: "", doc: "Its NIS domain name." }),
  network_mode: string({
    optional: true,
    default: "bridge",
    forceNew: true,
    same: (a, b) => plainMode(a) === plainMode(b),
    doc: "`bridge`, `host`, `none`, `container:NAME` to share another container's, or a network's name. With `networks_advanced` the container is on those networks in place of the default bridge.",
  }),
  networks_advanced: setOf(
    {
      name: string({ required: true, doc: "Name or id of the network." }),
      aliases: stringSet({
        optional: true,
        zero: [],
        doc: "Names under which others on the network find it, beside its own.",
      }),
      ipv4_address: string({
        optional: true,
        zero: "",
        validate: addressOf(isIPv4, "IPv4", "172.30.0.10"),
        doc: "Its IPv4 address there; the network must have a subnet of its own. Default: the engine's choice.",
      }),
      ipv6_address: string({
        optional: true,
        zero: "",
        validate: addressOf(isIPv6, "IPv6", "fd00::10"),
        doc: "Its IPv6 address there. Default: the engine's choice.",
      }),
    },
    { forceNew: true, doc: "A network that it is on, in place of the default bridge." },
  ),
  host: setOf(
    {
      host: string({ required: true, doc: "Host name." }),
      ip: string({
        required: true,
        validate: addressOf((ip) => ip !== "" && (isIP(ip) > 0 || ip === "host-gateway"), "IP", "172.30.0.1"),
        doc: "Its IP address; `host-gateway` for the engine's host.",
      }),
    },
    { forceNew: true, adds: true, doc: "An entry of its `/etc/hosts`." },
  ),
  dns: stringSet({ optional: true, forceNew: true, zero: [], doc: "Addresses of its name servers." }),
  dns_opts: stringSet({ optional: true, forceNew: true, zero: [], doc: "Options of its resolver, `ndots:1`." }),
  dns_search: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    doc: "Domains that it looks for names without a dot in.",
  }),
  bridge: string({ computed: true, doc: "The bridge that the engine names for it; empty on current engines." }),
  network_data: objectList({
    network_name: "string",
    ip_address: "string",
    ip_prefix_length: "number",
    gateway: "string",
    global_ipv6_address: "string",
    global_ipv6_prefix_length: "number",
    ipv6_gateway: "string",
    mac_address: "string",
  })({ computed: true, doc: "Its networks, sorted by name, and its addresses there while it runs." }),
} as const;

/** What the container is connected to, what it is called there, and how it finds others. */
export const network = part({
  schema,

  toEngine: (asked) => ({
    config: { Hostname: asked.hostname, Domainname: asked.domainname },
    host: {
      NetworkMode: asked.network_mode,
      ExtraHosts: asked.host.map(({ host, ip }) => `${host}:${ip}`),
      Dns: asked.dns,
      DnsOptions: asked.dns_opts,
      DnsSearch: asked.dns_search,
    },
  }),

  fromEngine: (found, asked) => ({
    hostname: found.Config.Hostname ?? "",
    domainname: found.Config.Domainname ?? "",
    network_mode: plainMode(found.HostConfig.NetworkMode ?? ""),
    networks_advanced: asked ? (asked.networks_advanced ?? []).filter(isConnected(found)) : importNetworks(found),
    host: hostsOf(found),
    dns: found.HostConfig.Dns ?? [],
    dns_opts: found.HostConfig.DnsOptions ?? [],
    dns_search: found.HostConfig.DnsSearch ?? [],
    bridge: found.NetworkSettings.Bridge ?? "",
    network_data: networkData(found),
  }),

  problems: ({ network_mode, networks_advanced }) => {
    const isShared = typeof network_mode === "string" && /^(host|none|container:.*)$/.test(network_mode);
    if (!isShared || !Array.isArray(networks_advanced) || networks_advanced.length === 0) return [];
    const problem: Diagnostic = {
      severity: "error",
      summary: `networks_advanced conflicts with network_mode = ${JSON.stringify(network_mode)}`,
      detail: "such a container cannot be on any other network; remove one of the two",
      path: ["networks_advanced"],
    };
    return [problem];
  },
});

type Networks = Config<typeof schema>;
type Connection = Networks["networks_advanced"][number];

/** How the container is connected when it is made, and what it is connected to after. */
export interface Connections {
  readonly atCreate: NetworkingConfig;
  readonly after: readonly { readonly network: string; readonly endpoint: EndpointSettings }[];
}

/**
 * API 1.41 takes one network at create. One that is named keeps the container off the default bridge; where the mode
 * is itself a network's name, it has to be that one.
 */
export function connections({ network_mode, networks_advanced }: Pick<Networks, "network_mode" | "networks_advanced">) {
  const isBridge = plainMode(network_mode) === "bridge";
  const first = isBridge ? networks_advanced[0] : networks_advanced.find(({ name }) => name === network_mode);
  const after = networks_advanced.filter((connection) => connection !== first);
  const result: Connections = {
    atCreate: first ? { EndpointsConfig: { [first.name]: endpoint(first) } } : {},
    after: after.map((connection) => ({ network: connection.name, endpoint: endpoint(connection) })),
  };
  return result;
}

const endpoint = ({ aliases, ipv4_address, ipv6_address }: Connection): EndpointSettings => ({
  Aliases: aliases,
  IPAMConfig:
    ipv4_address || ipv6_address
      ? { IPv4Address: ipv4_address || undefined, IPv6Address: ipv6_address || undefined }
      : undefined,
});

/** The docker CLI says `default` where it means the default bridge. */
const plainMode = (mode: string): string => (mode === "" || mode === "default" ? "bridge" : mode);

type Endpoints = { readonly [name: string]: Endpoint };
interface Endpoint extends EndpointSettings {
  readonly IPAMConfig?: { readonly IPv4Address?: string; readonly IPv6Address?: string };
}

const endpointsOf = ({ NetworkSettings }: ContainerInspect) => (NetworkSettings.Networks ?? {}) as Endpoints;

/** Whether the container is on the network in the way that was asked. */
const isConnected = (found: ContainerInspect) => {
  const endpoints = Object.entries(endpointsOf(found));
  return ({ name, aliases = [], ipv4_address, ipv6_address }: Connection): boolean => {
    const [, there] = endpoints.find(([network, { NetworkID: id }]) => network === name || id?.startsWith(name)) ?? [];
    return (
      there !== undefined &&
      aliases.every((alias) => there.Aliases?.includes(alias)) &&
      (!ipv4_address || there.IPAMConfig?.IPv4Address === ipv4_address) &&
      (!ipv6_address || canonicalIp(there.IPAMConfig?.IPv6Address ?? "") === canonicalIp(ipv6_address))
    );
  };
};

/** On import: every network but the one that the mode stands for. */
function importNetworks(found: ContainerInspect): Connection[] {
  const mode = plainMode(found.HostConfig.NetworkMode ?? "");
  const names = Object.entries(endpointsOf(found)).filter(([name]) => name !== mode && isJoinable(mode));
  return names.map(([name, { Aliases, IPAMConfig }]) => {
    const aliases = (Aliases ?? []).filter((alias) => !found.Id.startsWith(alias));
    return {
      name,
      aliases: aliases.length > 0 ? aliases : undefined,
      ipv4_address: IPAMConfig?.IPv4Address || undefined,
      ipv6_address: IPAMConfig?.IPv6Address || undefined,
    };
  });
}

const isJoinable = (mode: string): boolean => !/^(host|none|container:.*)$/.test(mode);

const hostsOf = ({ HostConfig }: ContainerInspect) =>
  (HostConfig.ExtraHosts ?? []).map((entry) => {
    const [, host = entry, ip = ""] = /^([^:=]+)[:=](.*)$/.exec(entry) ?? [];
    return { host, ip };
  });

const networkData = (found: ContainerInspect) =>
  Object.entries(endpointsOf(found))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([network_name, there]) => ({
      network_name,
      ip_address: there.IPAddress ?? "",
      ip_prefix_length: there.IPPrefixLen ?? 0,
      gateway: there.Gateway ?? "",
      global_ipv6_address: there.GlobalIPv6Address ?? "",
      global_ipv6_prefix_length: there.GlobalIPv6PrefixLen ?? 0,
      ipv6_gateway: there.IPv6Gateway ?? "",
      mac_address: there.MacAddress ?? "",
    }));

/** One spelling for all of one address: `::1` for `0:0:0:0:0:0:0:1`. */
export const canonicalIp = (ip: string): string => (isIPv6(ip) ? new URL(`http://[${ip}]`).hostname.slice(1, -1) : ip);
