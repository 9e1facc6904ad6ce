import { own } from "../../../foreign/own";
import type { Network } from "../keys/project";
import { networksOf, type Service } from "../keys/service";
import type { Normalized } from "../normalize/normalize";
import type { Names } from "./names";
import { ascending, present, some } from "./present";
import type { StackNetwork } from "./stack-model";

export interface NetworkAttachment {
  /** Name of the network. */
  readonly Target: string;
  readonly Aliases?: readonly string[];
  readonly DriverOpts?: Readonly<Record<string, string>>;
}

/** Networks that every engine has; on the others a service is known by names. */
const predefined = ["default", "bridge", "host", "none"];

/** Where a service is attached, by the networks' names; it is known there by its own key, too. */
export function attachments(service: Service, key: string, { project }: Normalized, names: Names): NetworkAttachment[] {
  const all = networksOf(service).map((network) => {
    const { aliases, driver_opts: options } = own(service.networks, network) ?? {};
    const target = names.network(network);
    const known = predefined.includes(target) ? aliases : [...(aliases ?? []), key];
    const spec: NetworkAttachment = present({ Target: target, Aliases: some(known), DriverOpts: options });
    return names.refer(spec, network, own(project.networks, network));
  });
  return all.sort(ascending(({ Target }) => Target));
}

/** The networks that some service is on and that are not external. */
export function networksToMake({ project, services }: Normalized, names: Names): Record<string, StackNetwork> {
  const used = new Set(Object.values(services).flatMap(networksOf));
  const made = [...used].filter((key) => !own(project.networks, key)?.external?.is);
  return Object.fromEntries(
    made.map((key) => [key, stackNetwork(names.network(key), own(project.networks, key) ?? {}, names)]),
  );
}

const stackNetwork = (name: string, network: Network, names: Names): StackNetwork =>
  present({
    name,
    driver: network.driver ?? "overlay",
    options: network.driver_opts,
    labels: names.labelled(network.labels),
    internal: network.internal ?? false,
    attachable: network.attachable ?? false,
    ipv4: network.enable_ipv4,
    ipv6: network.enable_ipv6,
    ipamDriver: network.ipam?.driver,
    ipamOptions: network.ipam?.options,
    ipamConfig: network.ipam?.config?.map(({ subnet, ip_range: ipRange, gateway, aux_addresses: auxAddress }) =>
      present({ subnet, ipRange, gateway, auxAddress }),
    ),
  });
