import { own } from "../../../foreign/own";
import type { Service } from "../keys/service";
import type { Normalized } from "./normalize";

/** The project with as many containers of each service as are asked for in place of what the file says. */
export function withReplicas(normalized: Normalized, replicas: Readonly<Record<string, number>>): Normalized {
  const scaled = (service: Service, key: string): Service => {
    const wanted = own(replicas, key);
    if (wanted === undefined) return service;
    const deploy = { ...service.deploy, replicas: wanted };
    const changed = { ...service, scale: undefined, deploy };
    normalized.origins.share(service, changed);
    if (service.deploy) normalized.origins.share(service.deploy, deploy);
    return changed;
  };
  const services = Object.entries(normalized.services).map(([key, service]) => [key, scaled(service, key)]);
  return { ...normalized, services: Object.fromEntries(services) };
}
