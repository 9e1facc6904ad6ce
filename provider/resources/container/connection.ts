import { isIP, isIPv4, isIPv6 } from "node:net";
import type { ContainerInspect, EndpointSettings } from "../../../engine";
import { type Config, number, type ObjectValue, string, stringSet } from "../../schema";
import { sameObject } from "../../schema/equal";
import { each, like, orEmpty, whole } from "../../schema/validators";

export const addressOf = (isOne: (text: string) => boolean, kind: string, example: string) =>
  orEmpty(like(isOne, `${kind} address`, `one like \`${example}\``));

/** A signed number of 64 bits is what the engine has; this is what Terraform and JSON keep of it. */
const LOWEST = Number.MIN_SAFE_INTEGER;

export const validateLinks = each(like(/^[^:]+(?::[^:]+)?$/, "link", "`CONTAINER` or `CONTAINER:ALIAS`"));

/** Attributes of a connection to one network. */
export const connectionFields = {
  name: string({
    required: true,
    validate: like(/\S/, "network", "its name or id"),
    doc: "Name or id of the network.",
  }),
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
  link_local_ips: stringSet({
    optional: true,
    zero: [],
    validate: each(addressOf((ip) => isIP(ip) > 0, "IP", "169.254.8.8")),
    doc: "Link-local addresses that it has there too, as `docker run --link-local-ip` gives them.",
  }),
  mac_address: string({
    optional: true,
    zero: "",
    same: (a, b) => canonicalMac(a) === canonicalMac(b),
    validate: orEmpty(
      like(/^[0-9a-f]{2}(?:([:-])[0-9a-f]{2})(?:\1[0-9a-f]{2}){4}$/i, "MAC address", "one like `02:42:ac:1e:00:0a`"),
    ),
    doc: "Its MAC address there. On engines before API 1.44 (Docker 25) the network of `network_mode` alone can have one. Default: the engine's choice.",
  }),
  driver_opts: stringSet({
    optional: true,
    zero: [],
    validate: each(like(/^[^=]+=/, "option of a driver", "`NAME=VALUE`")),
    doc: "Options for the network's driver, `NAME=VALUE` each, as `docker network connect --driver-opt` takes them.",
  }),
  interface_name: string({
    optional: true,
    zero: "",
    validate: orEmpty(like(/^[^\s/:%]{1,15}$/, "name of an interface", "at most 15 characters, like `eth9`")),
    doc: "Name of its network interface there. Needs an engine of API 1.49 (Docker 28.1). Default: `eth0` and so on.",
  }),
  gw_priority: number({
    optional: true,
    zero: 0,
    validate: whole(LOWEST),
    doc: "Of its networks the one of the highest priority is its way out; of several of one priority, the first by name. Needs an engine of API 1.48 (Docker 28). Default: 0.",
  }),
  links: stringSet({
    optional: true,
    zero: [],
    validate: validateLinks,
    doc: "Other containers there that it finds by another name, `CONTAINER:ALIAS`.",
  }),
} as const;

export type Connection = Config<typeof connectionFields>;

/** The option that names the interface, whatever the driver. Source: Moby, daemon/libnetwork/netlabel */
const INTERFACE_NAME = "com.docker.network.endpoint.ifname";

/** With the name of the interface where it belongs, however it was written. */
function spelledOut(connection: ObjectValue): ObjectValue {
  const options = ((connection["driver_opts"] ?? []) as readonly string[]).map(optionOf);
  const [, name] = options.find(([option]) => option === INTERFACE_NAME) ?? [];
  if (name === undefined) return connection;
  const rest = options.filter(([option]) => option !== INTERFACE_NAME).map(textOf);
  return { ...connection, driver_opts: rest, interface_name: connection["interface_name"] || name };
}

/** The interface's name may also be written as an option. */
export const isSameConnection = (a: ObjectValue, b: ObjectValue): boolean =>
  sameObject(connectionFields, spelledOut(a), spelledOut(b));

/** @param ofItsOwn whether the engine takes a MAC address for each network */
export function endpointOf(asked: Connection, ofItsOwn: boolean): EndpointSettings {
  const { aliases, ipv4_address, ipv6_address, link_local_ips, mac_address, gw_priority, links } = asked;
  const options = [...(asked.driver_opts ?? []).map(optionOf), ...namedInterface(asked)];
  return {
    Aliases: aliases,
    IPAMConfig:
      ipv4_address || ipv6_address || link_local_ips?.length
        ? {
            IPv4Address: ipv4_address || undefined,
            IPv6Address: ipv6_address || undefined,
            LinkLocalIPs: link_local_ips?.length ? link_local_ips : undefined,
          }
        : undefined,
    MacAddress: ofItsOwn ? mac_address || undefined : undefined,
    DriverOpts: options.length > 0 ? Object.fromEntries(options) : undefined,
    GwPriority: gw_priority || undefined,
    Links: links?.length ? links : undefined,
  };
}

const namedInterface = ({ interface_name: name }: Pick<Connection, "interface_name">): [string, string][] =>
  name ? [[INTERFACE_NAME, name]] : [];

/** `NAME=VALUE` */
function optionOf(text: string): [name: string, value: string] {
  const at = text.indexOf("=");
  return [text.slice(0, at), text.slice(at + 1)];
}

type Endpoints = { readonly [name: string]: Endpoint };
interface Endpoint extends Omit<EndpointSettings, "IPAMConfig"> {
  readonly IPAMConfig?: {
    readonly IPv4Address?: string;
    readonly IPv6Address?: string;
    readonly LinkLocalIPs?: readonly string[] | null;
  } | null;
}

export const endpointsOf = ({ NetworkSettings }: ContainerInspect) => (NetworkSettings.Networks ?? {}) as Endpoints;

/** How the container is connected to a network that is told by its name or id. */
export const endpointAt = (found: ContainerInspect) => {
  const endpoints = Object.entries(endpointsOf(found));
  // A name goes before the beginning of an id: a network may be called `db`, and another one's id begin so.
  return (network: string): Endpoint | undefined =>
    (endpoints.find(([name]) => name === network) ??
      endpoints.find(([, { NetworkID: id }]) => id?.startsWith(network)))?.[1];
};

/** Whether the container is on the network in the way that was asked. */
export const isConnected = (found: ContainerInspect) => {
  const endpoint = endpointAt(found);
  return ({ name, ...asked }: Connection): boolean => {
    const there = endpoint(name);
    if (there === undefined) return false;
    const { IPAMConfig: addresses, DriverOpts: options } = there;
    return (
      hasAll(there.Aliases, asked.aliases) &&
      (!asked.ipv4_address || addresses?.IPv4Address === asked.ipv4_address) &&
      (!asked.ipv6_address || canonicalIp(addresses?.IPv6Address ?? "") === canonicalIp(asked.ipv6_address)) &&
      hasAll(addresses?.LinkLocalIPs, asked.link_local_ips) &&
      // One that does not run has none on engines that tell it as it is.
      (!asked.mac_address || !there.MacAddress || canonicalMac(there.MacAddress) === canonicalMac(asked.mac_address)) &&
      hasAll(Object.entries(options ?? {}).map(textOf), [
        ...(asked.driver_opts ?? []),
        ...namedInterface(asked).map(textOf),
      ]) &&
      (there.GwPriority ?? 0) === (asked.gw_priority ?? 0) &&
      hasAll(there.Links, asked.links)
    );
  };
};

const textOf = ([name, value]: readonly [string, string]): string => `${name}=${value}`;

const hasAll = (there: readonly string[] | null | undefined, asked: readonly string[] = []): boolean =>
  asked.every((item) => there?.includes(item));

/** The alias that older engines add. */
const shortId = (id: string): string => id.slice(0, 12);

/** What an import tells of a connection. @param container its id, by which it goes on older engines' networks too */
export function importedConnection(container: string, name: string, there: Endpoint): Connection {
  const { Aliases, IPAMConfig, DriverOpts, GwPriority, Links } = there;
  return {
    name,
    aliases: someOf((Aliases ?? []).filter((alias) => alias !== shortId(container))),
    ipv4_address: IPAMConfig?.IPv4Address || undefined,
    ipv6_address: IPAMConfig?.IPv6Address || undefined,
    link_local_ips: someOf(IPAMConfig?.LinkLocalIPs),
    mac_address: undefined,
    driver_opts: someOf(
      Object.entries({ ...DriverOpts, [INTERFACE_NAME]: undefined }).flatMap(([option, value]) =>
        value === undefined ? [] : [textOf([option, value])],
      ),
    ),
    interface_name: DriverOpts?.[INTERFACE_NAME] || undefined,
    gw_priority: GwPriority || undefined,
    links: someOf(Links),
  };
}

const someOf = (items: readonly string[] | null | undefined): string[] | undefined =>
  items?.length ? [...items] : undefined;

/** One spelling for all of one address: `::1` for `0:0:0:0:0:0:0:1`. */
export const canonicalIp = (ip: string): string => (isIPv6(ip) ? new URL(`http://[${ip}]`).hostname.slice(1, -1) : ip);

const canonicalMac = (address: string): string => address.toLowerCase().replaceAll("-", ":");
