import type { Service } from "../keys/service";
import type { Normalized } from "./normalize";

/**
 * The project with a name for every image that is built, `STACK-SERVICE` where the file has none, as `docker compose
 * build` names them.
 *
 * @param images those that are run instead of what the file says: a service that has one is not built
 */
export function withBuiltImages(
  normalized: Normalized,
  stack: string,
  images: Readonly<Record<string, string>> = {},
): Normalized {
  const named = (service: Service, key: string): Service => {
    if (!service.build) return service;
    const changed: Service = Object.hasOwn(images, key)
      ? { ...service, build: undefined }
      : { ...service, image: service.image || `${stack}-${key}`.toLowerCase() };
    normalized.origins.share(service, changed);
    return changed;
  };
  const services = Object.entries(normalized.services).map(([key, service]) => [key, named(service, key)]);
  return { ...normalized, services: Object.fromEntries(services) };
}
