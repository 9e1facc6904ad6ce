import { isIP } from "node:net";
import {
  type ContainerInspect,
  compareVersions,
  type EndpointSettings,
  type Engine,
  type NetworkingConfig,
} from "../../../engine";
import {
  type Config,
  type Diagnostic,
  hasUnknown,
  type ObjectValue,
  objectList,
  type Planned,
  type State,
  setOf,
  string,
  stringSet,
  UNKNOWN,
  type Value,
} from "../../schema";
import { isSameSet, sameBlocks } from "../../schema/equal";
import {
  addressOf,
  type Connection,
  connectionFields,
  endpointAt,
  endpointOf,
  endpointsOf,
  importedConnection,
  isConnected,
  isSameConnection,
  validateLinks,
} from "./connection";
import { type HasIt, part } from "./part";

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
  networks_advanced: setOf(connectionFields, {
    forceNew: true,
    same: isSameConnection,
    doc: "A network that it is on, in place of the default bridge.",
  }),
  links: stringSet({
    optional: true,
    forceNew: true,
    zero: [],
    same: isSameSet(linkKey),
    validate: validateLinks,
    doc: "Other containers that it finds by name on the default bridge, `CONTAINER` or `CONTAINER:ALIAS`; they have to run first. On other networks every container is found, and `networks_advanced.links` gives it another name.",
  }),
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
      Links: asked.links,
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
    links: linksOf(found, asked?.links),
    host: hostsOf(found),
    dns: found.HostConfig.Dns ?? [],
    dns_opts: found.HostConfig.DnsOptions ?? [],
    dns_search: found.HostConfig.DnsSearch ?? [],
    bridge: found.NetworkSettings.Bridge ?? "",
    network_data: networkData(found),
  }),

  asItStands: { network_mode: isOfOneNetwork, networks_advanced: areConnected },

  afterStart: () => ({ network_data: UNKNOWN, bridge: UNKNOWN }),

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

/** Ids of networks: that of one that the container is on, and that which one has now that is told by its name or id. */
const idsOf = (found: ContainerInspect, { networks }: Engine, signal: AbortSignal) => ({
  there: (network: string) => endpointAt(found)(network)?.NetworkID || network,
  now: async (network: string) => (await networks.tryInspect(network, { signal }))?.Id ?? network,
});

/** The name and the id of the network that its mode is. */
function isOfOneNetwork(prior: State<typeof schema>, planned: Planned<typeof schema>): HasIt | undefined {
  const [was, asked]: [string, unknown] = [prior.network_mode, planned.network_mode];
  if (typeof asked !== "string" || !isJoinable(was) || !isJoinable(asked)) return undefined;
  if (plainMode(was) === plainMode(asked)) return undefined;
  return async (found, engine, signal) => {
    const { there, now } = idsOf(found, engine, signal);
    return there(plainMode(was)) === (await now(plainMode(asked)));
  };
}

const hasMac = ({ mac_address }: ObjectValue): boolean => typeof mac_address === "string" && mac_address !== "";

/** The network that the mode names, MAC addresses that the engine might have chosen itself, and names and ids of one network. */
function areConnected(prior: State<typeof schema>, planned: Planned<typeof schema>): HasIt | undefined {
  const block = schema.networks_advanced;
  const [was, asked] = [prior.networks_advanced as unknown as ObjectValue[], planned.networks_advanced as Value];
  if (!Array.isArray(asked) || hasUnknown(asked) || sameBlocks(block, was, asked)) return undefined;
  const blocks = asked as ObjectValue[];
  return async (found, engine, signal) => {
    const { there, now } = idsOf(found, engine, signal);
    const known = new Set(was.map(({ name }) => name));
    const idOf = (network: string) => (known.has(network) ? there(network) : now(network));
    const identified = async (each: ObjectValue) => ({ ...each, name: await idOf(String(each["name"])) });
    const [before, after] = await Promise.all([was, blocks].map((list) => Promise.all(list.map(identified))));
    const [named]: [unknown] = [planned.network_mode];
    const mode = typeof named === "string" ? await idOf(plainMode(named)) : named;
    const told = after!
      .filter(({ name }) => name !== mode || before!.some((other) => other.name === name))
      .map((each) => (was.some(hasMac) ? each : { ...each, mac_address: undefined }));
    return sameBlocks(block, before!, told) && (blocks as unknown as Connection[]).every(isConnected(found));
  };
}

type Networks = Pick<Config<typeof schema>, "network_mode" | "networks_advanced">;

/** How the container is connected when it is made, and what it is connected to after. */
export interface Connections {
  readonly atCreate: NetworkingConfig;
  /** Where the engine takes one alone: that of the network of the mode. */
  readonly macAddress?: string;
  readonly after: readonly { readonly network: string; readonly endpoint: EndpointSettings }[];
}

/** From this API version on all networks go with the create, each with its MAC address; before it, one. */
export const ALL_AT_CREATE = "1.44";

/**
 * A network that is named at create keeps the container off the default bridge; where the mode is itself a network's
 * name, it has to be among them.
 *
 * @param api version that the engine speaks
 */
export function connections({ network_mode, networks_advanced }: Networks, api: string): Connections {
  const isBridge = plainMode(network_mode) === "bridge";
  const first = isBridge ? networks_advanced[0] : networks_advanced.find(({ name }) => name === network_mode);
  if (compareVersions(api, ALL_AT_CREATE) >= 0) {
    if (networks_advanced.length === 0) return { atCreate: {}, after: [] };
    const asked = networks_advanced.map((connection) => [connection.name, endpointOf(connection, true)] as const);
    const ofTheMode = first ? {} : { [network_mode]: {} };
    return { atCreate: { EndpointsConfig: { ...ofTheMode, ...Object.fromEntries(asked) } }, after: [] };
  }
  const after = networks_advanced.filter((connection) => connection !== first);
  return {
    atCreate: first ? { EndpointsConfig: { [first.name]: endpointOf(first, false) } } : {},
    macAddress: (first && plainMode(first.name) === plainMode(network_mode) && first.mac_address) || undefined,
    after: after.map((connection) => ({ network: connection.name, endpoint: endpointOf(connection, false) })),
  };
}

/** Whether an engine that takes one MAC address alone would leave one out. */
export const losesMacAddress = (asked: Networks): boolean =>
  asked.networks_advanced.some(
    ({ name, mac_address }) => mac_address && plainMode(name) !== plainMode(asked.network_mode),
  );

/** The docker CLI says `default` where it means the default bridge. */
const plainMode = (mode: string): string => (mode === "" || mode === "default" ? "bridge" : mode);

/** On import: every network but the one that the mode stands for. */
function importNetworks(found: ContainerInspect): Connection[] {
  const mode = plainMode(found.HostConfig.NetworkMode ?? "");
  return Object.entries(endpointsOf(found))
    .filter(([name]) => name !== mode && isJoinable(mode))
    .map(([name, there]) => importedConnection(found.Id, name, there));
}

/** `db:db` for `db` */
function linkKey(link: string): string {
  return link.includes(":") ? link : `${link}:${link}`;
}

/** The engine says `/db:/web/alias`, and of a container that is not on the default bridge nothing. */
function linksOf({ HostConfig }: ContainerInspect, asked: string[] | undefined): string[] {
  const links = (HostConfig.Links ?? []).map((link) => {
    const [container = "", alias = ""] = link.split(":");
    return `${container.slice(1)}:${alias.slice(alias.lastIndexOf("/") + 1)}`;
  });
  return links.length === 0 && plainMode(HostConfig.NetworkMode ?? "") !== "bridge" ? (asked ?? []) : links;
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
