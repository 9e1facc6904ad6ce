import type {
  EndpointSettings,
  NetworkCreated,
  NetworkCreateRequest,
  NetworkInspect,
  NetworkSummary,
} from "../api-types";
import type { CallOptions } from "../client";
import { RemovableCollection } from "./collection";

export interface NetworkDisconnectOptions extends CallOptions {
  /** Even where the container is stopped or gone. @default false */
  readonly force?: boolean;
}

/** Networks (https://docs.docker.com/reference/api/engine/#tag/Network). */
export class Networks extends RemovableCollection<NetworkInspect, NetworkSummary> {
  protected readonly base = "/networks";
  protected readonly kind = "network";
  protected override readonly looks = "swarmLook";

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

  async connect(
    name: string,
    container: string,
    endpoint: EndpointSettings = {},
    options?: CallOptions,
  ): Promise<void> {
    const json = { Container: container, EndpointConfig: endpoint };
    await this.client.done(this.on(name, { method: "POST", path: "/connect", json, signal: options?.signal }));
  }

  async disconnect(name: string, container: string, options: NetworkDisconnectOptions = {}): Promise<void> {
    const json = { Container: container, Force: options.force ?? false };
    await this.client.done(this.on(name, { method: "POST", path: "/disconnect", json, signal: options.signal }));
  }
}
