import { own } from "../../../foreign/own";
import { MAX_PORT } from "../formats/port";
import { impliedDependencies } from "../keys/implied-dependencies";
import { replicasOf, type Service } from "../keys/service";
import { at, type Scope } from "./scope";

// A few characters of a file that would be millions of resources, or of what they refer to.

/** Containers of a project: each is a resource of its own. */
export const MAX_CONTAINERS = 10_000;
/** Pairs of a container and one that it waits for. */
const MAX_DEPENDENCIES = 1_000_000;

/** Where the number of a service's containers was said. */
const countOrigin = (scope: Scope, service: Service, name: string) =>
  (service.deploy && scope.origins.of(service.deploy, "replicas")) ?? at(scope, service, name, "scale");

/** Told of the service with which it is too much; what depends on such a number is not looked at then. */
export function projectIsOfASize(scope: Scope): void {
  let sum = 0;
  for (const [name, service] of Object.entries(scope.services)) {
    const replicas = replicasOf(service);
    sum += replicas;
    if (sum <= MAX_CONTAINERS) continue;
    const facts = { replicas, sum, service: name, most: MAX_CONTAINERS };
    scope.problems.report("too-many-containers", countOrigin(scope, service, name), facts);
    return;
  }
  dependenciesAreOfASize(scope);
  publishedPortsAreThere(scope);
}

/** Each container of a service waits for each of those that it depends on. */
function dependenciesAreOfASize(scope: Scope): void {
  let sum = 0;
  for (const [name, service] of Object.entries(scope.services)) {
    const others = new Set([...Object.keys(service.depends_on ?? {}), ...impliedDependencies(service).keys()]);
    const each = [...others].map((other) => {
      const found = own(scope.services, other);
      return found === undefined ? 0 : replicasOf(found);
    });
    const waiting = replicasOf(service) * each.reduce((total, replicas) => total + replicas, 0);
    sum += waiting;
    if (sum <= MAX_DEPENDENCIES) continue;
    const facts = { sum, service: name, most: MAX_DEPENDENCIES };
    scope.problems.report("too-many-dependencies", countOrigin(scope, service, name), facts);
    return;
  }
}

/** A machine has a port once an address and protocol, whichever of them the engine chooses. */
function publishedPortsAreThere({ services, origins, problems }: Scope): void {
  const published = new Map<string, number>();
  for (const [name, service] of Object.entries(services)) {
    const [replicas, { ports = [] }] = [replicasOf(service), service];
    for (const [i, { hostIp = "", protocol = "tcp" }] of ports.entries()) {
      const key = `${protocol} ${hostIp}`;
      const sum = (published.get(key) ?? 0) + replicas;
      published.set(key, sum);
      if (sum <= MAX_PORT) continue;
      problems.report("too-many-ports", origins.of(ports, i), { service: name, protocol, most: MAX_PORT });
      return;
    }
  }
}
