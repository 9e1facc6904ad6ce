import type {
  ContainerSummary,
  EndpointSettings,
  NetworkCreated,
  NetworkCreateRequest,
  NetworkInspect,
  NetworkSummary,
} from "../api-types";
import type { CallOptions } from "../client";
import { EngineError, isEngineError } from "../errors";
import { encodeFilters } from "../query";
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

  /** @throws EngineError "not-found" where it does not exist, "in-use", "endpoints-lost" */
  override async remove(name: string, options?: CallOptions): Promise<void> {
    try {
      await super.remove(name, options);
    } catch (error) {
      if (!isEngineError(error, "in-use") || !(await this.isEmpty(name, options))) throw error;
      await this.removeEmpty(name, options);
    }
  }

  /** What was in it may have left between the engine's refusal and the look at it. */
  private async removeEmpty(name: string, options: CallOptions | undefined): Promise<void> {
    try {
      await super.remove(name, options);
    } catch (error) {
      throw isEngineError(error, "in-use") ? endpointsLost(error) : error;
    }
  }

  /** Whether no container is in it, stopped ones included; of a swarm's network this engine knows only its own. */
  private async isEmpty(name: string, { signal }: CallOptions = {}): Promise<boolean> {
    const { Scope: scope } = await this.inspect(name, { signal });
    if (scope !== "local") return false;
    const query = { all: true, filters: encodeFilters({ network: [name] }) };
    const call = { method: "GET", path: "/containers/json", query, kind: "look", answer: "list", signal } as const;
    return (await this.client.value<ContainerSummary[]>(call)).length === 0;
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

/**
 * An engine that starts or removes many containers of a network at once can lose count of its endpoints, and counts
 * anew when it starts. Source: https://github.com/moby/moby/issues/42119
 */
const endpointsLost = ({ object, engineMessage, call, address, status, cause }: EngineError): EngineError =>
  new EngineError({
    code: "endpoints-lost",
    what: `network ${JSON.stringify(object?.name)} is empty, and the engine still counts containers in it`,
    remedy:
      "Restart the engine, which counts them anew when it starts (`systemctl restart docker`), and remove it again.",
    engineMessage,
    call,
    object,
    address,
    status,
    cause,
  });
