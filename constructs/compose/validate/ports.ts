import { isIP } from "node:net";
import { own } from "../../../foreign/own";
import type { Port } from "../formats/port";
import { replicasOf, type Service } from "../keys/service";
import { at, type Scope, type ServiceCheck } from "./scope";
import { takeTurns } from "./take-turns";

const isIngress = ({ mode = "ingress" }: Port): boolean => mode === "ingress";

export const ingressHasAnAddress: ServiceCheck = (service, name, scope) => {
  if (scope.edge || service.deploy?.endpoint_mode !== "dnsrr") return;
  const place = service.ports?.findIndex(isIngress) ?? -1;
  if (place === -1) return;
  const origin = scope.origins.of(service.ports!, place) ?? at(scope, service, name, "ports");
  scope.problems.report("dnsrr-with-ingress", origin, { service: name });
};

export const edgeHasNoVip: ServiceCheck = ({ deploy }, service, { edge, origins, problems }) => {
  if (!edge || deploy?.endpoint_mode !== "vip") return;
  problems.report("edge-endpoint-mode", origins.of(deploy, "endpoint_mode"), { service });
};

/** A node has a port once: where the new task starts first, the old one still holds it, and the update never ends. */
export const hostPortsLeaveFirst: ServiceCheck = (service, name, scope) => {
  const config = service.deploy?.update_config;
  if (config?.order !== "start-first") return;
  const port = service.ports?.find(({ mode, published }) => mode === "host" && published !== undefined);
  if (!port) return;
  const origin = scope.origins.of(config, "order") ?? at(scope, service, name);
  scope.problems.report("host-port-start-first", origin, { service: name, port: port.published! });
};

const shown = ({ published, protocol = "tcp" }: Port): string => `${published}/${protocol}`;

/** The service that has a port already which another one publishes, or which it publishes once more. */
type HolderOf = (service: string, port: Port) => string | undefined;

/** Reports the ports that are held already. Of a range, the first is told. */
function reportHeld({ services, origins, problems }: Scope, holderOf: HolderOf): void {
  for (const [service, { ports = [] }] of Object.entries(services)) {
    const told = new Set<string>();
    ports.forEach((port, i) => {
      const holder = port.published === undefined ? undefined : holderOf(service, port);
      if (holder === undefined) return;
      const origin = origins.of(ports, i);
      const where = JSON.stringify([origin?.source.file, origin?.start, holder]);
      if (told.has(where)) return;
      told.add(where);
      const code = holder === service ? "port-twice" : "port-conflict";
      problems.report(code, origin, { port: shown(port), service: holder });
    });
  }
}

/** The mesh publishes a port once in the swarm; in host mode, once a service. */
export function portsArePublishedOnce(scope: Scope): void {
  const holders = new Map<string, string>();
  reportHeld(scope, (service, port) => {
    const key = isIngress(port) ? shown(port) : `${service} ${shown(port)}`;
    const holder = holders.get(key);
    if (holder === undefined) holders.set(key, service);
    return holder;
  });
}

/** A published port, and whose it is. */
interface Published {
  readonly service: string;
  readonly port: Port;
}

/** A machine has a port once an address, for one container at a time. */
export function portsAreOfOne(scope: Scope): void {
  const published = new Map<string, Published[]>();
  reportHeld(scope, (service, port) => {
    if (!publishes(own(scope.services, service)!)) return undefined;
    const others = published.get(shown(port)) ?? [];
    const holder = others.find((other) => collide(scope, other, { service, port }));
    others.push({ service, port });
    published.set(shown(port), others);
    return holder?.service;
  });
}

/** Modes in which the engine hears of no published port, or refuses them in words of its own. */
const withoutPorts = /^(host|none)$|^(service|container):/;

const publishes = (service: Service): boolean =>
  !withoutPorts.test(service.network_mode ?? "") && replicasOf(service) > 0;

function collide(scope: Scope, one: Published, other: Published): boolean {
  if (!meet(one.port.hostIp, other.port.hostIp)) return false;
  // The same port of the same container twice is asked for once.
  if (one.service === other.service) return one.port.target !== other.port.target;
  return !takeTurns(scope, one.service, other.service);
}

/** Whether two addresses of a machine to publish on are one: none is all there are, and so is zero of its family. */
function meet(one = "", other = ""): boolean {
  if (one === "" || other === "" || one === other) return true;
  return isIP(one) === isIP(other) && [one, other].some((address) => address === "0.0.0.0" || address === "::");
}
