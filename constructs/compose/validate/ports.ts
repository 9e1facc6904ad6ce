import type { Port } from "../formats/port";
import { at, type Scope, type ServiceCheck } from "./scope";

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

/** The mesh publishes a port once in the swarm; in host mode, once a service. Of a range, the first is told. */
export function portsArePublishedOnce({ services, origins, problems }: Scope): void {
  const holders = new Map<string, string>();
  for (const [name, { ports = [] }] of Object.entries(services)) {
    const told = new Set<string>();
    ports.forEach((port, i) => {
      if (port.published === undefined) return;
      const shown = `${port.published}/${port.protocol ?? "tcp"}`;
      const key = isIngress(port) ? shown : `${name} ${shown}`;
      const holder = holders.get(key);
      if (holder === undefined) {
        holders.set(key, name);
        return;
      }
      const origin = origins.of(ports, i);
      const where = JSON.stringify([origin?.source.file, origin?.start, holder]);
      if (told.has(where)) return;
      told.add(where);
      problems.report(holder === name ? "port-twice" : "port-conflict", origin, { port: shown, service: holder });
    });
  }
}
