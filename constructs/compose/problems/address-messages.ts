import { oneOf, quote, type Text } from "./text";

/** An address that a service asks a network for. */
export interface Asked {
  readonly address: string;
  readonly network: string;
}

/** What can be wrong with what a machine or a network has once: ports and addresses. */
export const addressErrors = {
  "port-of-many": ({ port, replicas }: { port: number | string; replicas: number }): Text => ({
    what: `${replicas} containers cannot all have port ${port} of the machine`,
    remedy: `publish a range of ${replicas} ports or more, of which each container has one${replicas <= 57_536 ? ` (\`8000-${8000 + replicas - 1}:80\`)` : ""}, or leave the published port to the engine`,
  }),
  "too-many-ports": ({ service, protocol, most }: { service: string; protocol: string; most: number }): Text => ({
    what: `with those of service ${quote(service)} more ${protocol} ports are published on one address than a machine has, ${most}`,
    remedy: "publish a shorter range, or have fewer containers",
  }),
  "port-conflict": ({ port, service }: { port: string; service: string }): Text => ({
    what: `port ${port} is published by service ${quote(service)} already`,
    remedy: "publish one of the two elsewhere",
  }),
  "port-twice": ({ port, service }: { port: string; service: string }): Text => ({
    what: `port ${port} is published twice by service ${quote(service)} itself`,
    remedy: "remove one of the two, or publish it elsewhere",
  }),
  "bad-address": ({ address, family }: { address: string; family: 4 | 6 }): Text => ({
    what: `${quote(address)} is no IPv${family} address`,
    remedy: `write one without a mask, as in \`${family === 4 ? "10.20.0.9" : "fd00::9"}\``,
  }),
  "address-of-many": ({ address, replicas }: { address: string; replicas: number }): Text => ({
    what: `${replicas} containers cannot all have address ${address}`,
    remedy: "remove the address, and reach them by the service's name, or have one container",
  }),
  "address-without-subnet": ({ address, network, family }: Asked & { family: 4 | 6 }): Text => ({
    what: `address ${address} is asked of network ${quote(network)}, which the file gives no IPv${family} subnet`,
    remedy: "give it one that has the address, under its `ipam.config`: `- subnet: ADDRESS/BITS`",
  }),
  "address-outside": ({ address, network, subnets }: Asked & { subnets: readonly string[] }): Text => ({
    what: `address ${address} is in no subnet of network ${quote(network)}`,
    allowed: oneOf(subnets),
    remedy: "write an address of it, or give the network another subnet",
  }),
  "address-twice": ({ address, holder }: { address: string; holder: string }): Text => ({
    what: `address ${address} is service ${quote(holder)}'s already`,
    remedy: "give each service one of its own, or remove the address",
  }),
} as const;
