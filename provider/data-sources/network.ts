import { bool, objectSet, string, stringMap } from "../schema";
import { defineDataSource } from "./define";

const schema = {
  id: string({ computed: true, doc: "The engine's id of the network." }),
  name: string({ required: true, doc: "Name or id of the network." }),
  driver: string({ computed: true, doc: "Driver: `bridge`, `overlay` and so on." }),
  options: stringMap({ computed: true, doc: "Options of the driver." }),
  internal: bool({ computed: true, doc: "Cut off from everything outside it." }),
  scope: string({ computed: true, doc: "`local`, or `swarm` for a network that spans the cluster." }),
  ipam_config: objectSet({
    subnet: "string",
    ip_range: "string",
    gateway: "string",
    aux_address: ["map", "string"],
  })({ computed: true, doc: "Its subnets, and what of them is used." }),
  containers: objectSet({
    container_id: "string",
    name: "string",
    endpoint_id: "string",
    mac_address: "string",
    ipv4_address: "string",
    ipv6_address: "string",
  })({
    computed: true,
    doc: "The containers that are connected to it and run, with their addresses in it; of a swarm's network those on this engine.",
  }),
} as const;

/** Source: https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Network/operation/NetworkInspect */
export const network = defineDataSource({
  type: "docker_network",
  doc: "A network that exists already.",
  schema,

  async read({ config, engine, signal }) {
    const found = await engine.networks.inspect(config.name, { signal });
    return {
      id: found.Id,
      driver: found.Driver,
      options: { ...found.Options },
      internal: found.Internal ?? false,
      scope: found.Scope,
      ipam_config: (found.IPAM?.Config ?? []).map(({ Subnet, IPRange, Gateway, AuxiliaryAddresses }) => ({
        subnet: Subnet ?? "",
        ip_range: IPRange ?? "",
        gateway: Gateway ?? "",
        aux_address: { ...AuxiliaryAddresses },
      })),
      containers: Object.entries(found.Containers ?? {}).map(([container_id, endpoint]) => ({
        container_id,
        name: endpoint.Name ?? "",
        endpoint_id: endpoint.EndpointID ?? "",
        mac_address: endpoint.MacAddress ?? "",
        ipv4_address: endpoint.IPv4Address ?? "",
        ipv6_address: endpoint.IPv6Address ?? "",
      })),
    };
  },
});
