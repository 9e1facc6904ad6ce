import type {
  EndpointSettings,
  NetworkCreated,
  NetworkCreateRequest,
  NetworkInspect,
  NetworkSummary,
} from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection, unlessAbsent } from "./collection";

/** Networks (https://docs.docker.com/reference/api/engine/#tag/Network). */
export class Networks extends Collection<NetworkInspect> {
  protected readonly base = "/networks";
  protected readonly kind = "network";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<NetworkSummary[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/networks", query, signal: options.signal });
  }

  /** Names of networks are not unique on every engine: this asks the engine to refuse a second one. */
  create(body: NetworkCreateRequest, options?: CallOptions): Promise<NetworkCreated> {
    return this.client.value({
      method: "POST",
      path: "/networks/create",
      json: { CheckDuplicate: true, ...body },
      about: this.reference(body.Name),
      signal: options?.signal,
    });
  }

  remove(name: string, options?: CallOptions): Promise<void> {
    return this.removeWith(name, {}, options);
  }

  /** False where it did not exist. */
  tryRemove(name: string, options?: CallOptions): Promise<boolean> {
    return unlessAbsent(this.remove(name, options));
  }

  async connect(
    name: string,
    container: string,
    endpoint: EndpointSettings = {},
    options?: CallOptions,
  ): Promise<void> {
    const json = { Container: container, EndpointConfig: endpoint };
    await this.client.done(this.on(name, { method: "POST", path: "/connect", json, signal: options?.signal }));
  }

  async disconnect(
    name: string,
    container: string,
    options: CallOptions & {
      /** Even where the container is stopped or gone. @default false */
      readonly force?: boolean;
    } = {},
  ): Promise<void> {
    const json = { Container: container, Force: options.force ?? false };
    await this.client.done(this.on(name, { method: "POST", path: "/disconnect", json, signal: options.signal }));
  }
}
