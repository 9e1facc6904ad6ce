import type { Answer, RegistryAuth, Service, ServiceCreated, ServiceSpec, ServiceUpdated } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { registryAuthHeader } from "../registry-auth";
import { Collection, unlessAbsent } from "./collection";

export interface ServiceUpdateOptions extends CallOptions {
  /** `Version.Index` of the service that the change was made from. */
  readonly version: number;
  /** Go back to the spec before the last update; the spec given is ignored. */
  readonly rollback?: "previous";
  /** Credentials for the image; with none, `registryAuthFrom` says whose stay. */
  readonly auth?: RegistryAuth;
  /** @default "spec" */
  readonly registryAuthFrom?: "spec" | "previous-spec";
}

/** Services of the swarm (https://docs.docker.com/reference/api/engine/#tag/Service). */
export class Services extends Collection<Service> {
  protected readonly base = "/services";
  protected readonly kind = "service";

  /** @param options.status Count running and desired tasks into `ServiceStatus`. @default false */
  list(options: CallOptions & { readonly filters?: Filters; readonly status?: boolean } = {}): Promise<Service[]> {
    const query = { filters: encodeFilters(options.filters), status: options.status };
    return this.client.value({ method: "GET", path: "/services", query, signal: options.signal });
  }

  create(spec: ServiceSpec, options: CallOptions & { readonly auth?: RegistryAuth } = {}): Promise<ServiceCreated> {
    return this.client.value({
      method: "POST",
      path: "/services/create",
      headers: registryAuthHeader(options.auth),
      json: spec,
      about: this.reference(spec.Name ?? ""),
      signal: options.signal,
    });
  }

  update(id: string, spec: Answer<ServiceSpec>, options: ServiceUpdateOptions): Promise<ServiceUpdated> {
    const { signal, auth, ...query } = options;
    return this.client.value(
      this.on(id, { method: "POST", path: "/update", query, headers: registryAuthHeader(auth), json: spec, signal }),
    );
  }

  remove(id: string, options?: CallOptions): Promise<void> {
    return this.removeWith(id, {}, options);
  }

  /** False where it did not exist. */
  tryRemove(id: string, options?: CallOptions): Promise<boolean> {
    return unlessAbsent(this.remove(id, options));
  }
}
