import { own } from "../../../../foreign/own";
import type { Network } from "../../keys/project";
import { networksOf, type Service } from "../../keys/service";
import type { Normalized } from "../../normalize/normalize";
import { copy } from "../../terraform/blocks";
import { ascending, present } from "../present";
import { sharedWith } from "./isolation";
import type { ContainerArguments, ProjectNetwork } from "./project-model";
import type { ProjectNames } from "./project-names";
import type { Place } from "./volume-keys";

/** What a container is connected to, and what that needs. */
export interface Connected {
  readonly arguments: ContainerArguments;
  /** Keys of the project's networks that it is on. */
  readonly networks: readonly string[];
}

export function networkArguments(
  service: Service,
  { project }: Normalized,
  place: Place,
  names: ProjectNames,
): Connected {
  const common: ContainerArguments = {
    hostname: service.hostname || undefined,
    domainname: service.domainname || undefined,
    dns: nameservers(service),
    dnsOpts: copy(service.dns_opt),
    dnsSearch: copy(service.dns_search),
    host: service.extra_hosts?.map(({ host, address }) => ({ host, ip: address })),
    ports: service.ports?.map(({ target, published, choice, hostIp, protocol }) => ({
      internal: target,
      external: published,
      externalRange: choice && `${choice.from}-${choice.to}`,
      // None is all of IPv4 and IPv6, where docker_container's own default is IPv4 alone.
      ip: hostIp ?? "",
      protocol,
    })),
    expose: copy(service.expose),
  };
  const { network_mode: mode } = service;
  if (mode) {
    const networkMode = sharedWith(mode, (other) => names.container(other, 1)) ?? mode;
    return { arguments: { ...common, networkMode }, networks: [] };
  }
  const keys = byPriority(service);
  const links = linksOf(service, names);
  const networksAdvanced = keys.map((key, i) => {
    const asked = own(service.networks, key) ?? {};
    const known = asked.use_service_name_alias === false ? [] : [place.service];
    return {
      name: names.network(key),
      aliases: [...new Set([names.container(place.service, place.number), ...known, ...(asked.aliases ?? [])])],
      ipv4Address: asked.ipv4_address,
      ipv6Address: asked.ipv6_address,
      linkLocalIps: copy(asked.link_local_ips),
      macAddress: asked.mac_address ?? (i === 0 ? service.mac_address : undefined),
      driverOpts: driverOptions(asked.driver_opts, asked.interface_name),
      gwPriority: asked.gw_priority,
      links: links.length > 0 ? links : undefined,
    };
  });
  return {
    arguments: { ...common, networkMode: names.network(keys[0]!), networksAdvanced },
    networks: keys.filter((key) => !own(project.networks, key)?.external?.is),
  };
}

/** An empty one is none: a variable that is not set. */
function nameservers({ dns = [] }: Service): string[] | undefined {
  const said = dns.filter((address) => address !== "");
  return said.length > 0 ? said : undefined;
}

/** The network that the container is made on first. */
function byPriority(service: Service): readonly string[] {
  const priority = (key: string) => own(service.networks, key)?.priority ?? 0;
  return [...networksOf(service)].sort(ascending((key) => key)).sort((a, b) => priority(b) - priority(a));
}

const INTERFACE_NAME = "com.docker.network.endpoint.ifname";

function driverOptions(
  options: Readonly<Record<string, string>> | undefined,
  interfaceName: string | undefined,
): string[] | undefined {
  const all = { ...options, ...(interfaceName && { [INTERFACE_NAME]: interfaceName }) };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  return lines.length > 0 ? lines : undefined;
}

/** Containers of another service, each under three names: the link's, its number's and its own. */
function linksOf({ links = [], external_links: others = [] }: Service, names: ProjectNames): string[] {
  const own = links.flatMap((link) => {
    const [service = "", alias = service] = link.split(":");
    const container = names.container(service, 1);
    return [alias, `${service}-1`, `${names.project}-${service}-1`].map((name) => `${container}:${name}`);
  });
  const external = others.map((link) => (link.includes(":") ? link : `${link}:${link}`));
  return [...own, ...external];
}

/** The networks that some service is on and that are not external. */
export function networksToMake({ project, services }: Normalized, names: ProjectNames): Record<string, ProjectNetwork> {
  const connected = Object.values(services).filter(({ network_mode: mode }) => !mode);
  const made = [...new Set(connected.flatMap(networksOf))].filter((key) => !own(project.networks, key)?.external?.is);
  return Object.fromEntries(made.map((key) => [key, projectNetwork(key, own(project.networks, key) ?? {}, names)]));
}

const projectNetwork = (key: string, network: Network, names: ProjectNames): ProjectNetwork =>
  present({
    name: names.network(key),
    driver: network.driver,
    options: network.driver_opts,
    labels: names.networkLabels(key, network.labels),
    internal: network.internal || undefined,
    attachable: network.attachable || undefined,
    ipv4: network.enable_ipv4,
    ipv6: network.enable_ipv6,
    ipamDriver: network.ipam?.driver,
    ipamOptions: network.ipam?.options,
    ipamConfig: network.ipam?.config?.map(({ subnet, ip_range: ipRange, gateway, aux_addresses: auxAddress }) =>
      present({ subnet, ipRange, gateway, auxAddress }),
    ),
  });
