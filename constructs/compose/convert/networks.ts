import { own } from "../../../foreign/own";
import type { Network } from "../keys/project";
import { networksOf } from "../keys/service";
import type { Normalized } from "../normalize/normalize";
import type { Names } from "./names";
import { present } from "./present";
import type { StackNetwork } from "./stack-model";

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
