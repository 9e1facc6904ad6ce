import { isIP } from "node:net";
import { own } from "../../../foreign/own";
import { isNetwork, isWithin } from "../formats/subnet";
import { replicasOf } from "../keys/service";
import { hasTokens } from "../terraform/tokens";
import type { Scope } from "./scope";
import { takeTurns } from "./take-turns";

const families = { ipv4_address: 4, ipv6_address: 6 } as const;

/** An address that a service asks a network for. */
interface Asked {
  readonly service: string;
  readonly network: string;
  readonly key: keyof typeof families;
  readonly address: string;
}

/** A network gives an address of its subnets, and each to one container at a time. */
export function addressesCanBeHad(scope: Scope): void {
  const holders = new Map<string, string[]>();
  for (const asked of askedBy(scope)) {
    const { service, network, address } = asked;
    if (!addressFits(asked, scope)) continue;
    const place = JSON.stringify([network, address.toLowerCase()]);
    const others = holders.get(place) ?? [];
    const holder = others.find((other) => !takeTurns(scope, other, service));
    if (holder !== undefined) scope.problems.report("address-twice", originOf(asked, scope), { address, holder });
    holders.set(place, [...others, service]);
  }
}

const askedBy = ({ services }: Scope): Asked[] =>
  Object.entries(services).flatMap(([service, declared]) =>
    Object.entries(replicasOf(declared) === 0 ? {} : (declared.networks ?? {})).flatMap(([network, attachment]) =>
      (["ipv4_address", "ipv6_address"] as const).flatMap((key) => {
        const address = attachment?.[key];
        return address && !hasTokens(address) ? { service, network, key, address } : [];
      }),
    ),
  );

const originOf = ({ service, network, key }: Asked, { services, origins }: Scope) =>
  origins.of(own(own(services, service)!.networks, network)!, key);

function addressFits(asked: Asked, scope: Scope): boolean {
  const { service, network, key, address } = asked;
  const { problems } = scope;
  const [origin, family] = [originOf(asked, scope), families[key]];
  const replicas = replicasOf(own(scope.services, service)!);
  const subnets = subnetsOf(asked, scope);
  if (isIP(address) !== family) problems.report("bad-address", origin, { address, family });
  else if (replicas > 1) problems.report("address-of-many", origin, { address, replicas });
  else if (subnets?.length === 0) problems.report("address-without-subnet", origin, { address, network, family });
  else if (subnets && !subnets.some((subnet) => isWithin(address, subnet)))
    problems.report("address-outside", origin, { address, network, subnets });
  else return true;
  return false;
}

/** Subnets of an address's family that the file gives a network. Nothing is known of a network that others make. */
function subnetsOf({ network, key }: Asked, { project }: Scope): readonly string[] | undefined {
  const declared = own(project.networks, network);
  const { external, ipam } = declared ?? {};
  // One that is not declared is told of elsewhere; `default` is there anyway.
  if ((declared === undefined && network !== "default") || external?.is || (ipam?.driver ?? "default") !== "default")
    return undefined;
  const subnets = ipam?.config?.flatMap(({ subnet }) => subnet ?? []) ?? [];
  // One that cannot be read is told of elsewhere.
  if (!subnets.every(isNetwork)) return undefined;
  return subnets.filter((subnet) => isIP(subnet.split("/")[0]!) === families[key]);
}
