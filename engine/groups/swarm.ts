import type { Answer, SwarmInitRequest, Swarm as SwarmInspect, SwarmJoinRequest, SwarmSpec } from "../api-types";
import type { CallOptions, Client } from "../client";
import { isEngineError } from "../errors";

export interface SwarmUpdateOptions extends CallOptions {
  /** `Version.Index` of the swarm that the change was made from. */
  readonly version: number;
  readonly rotateWorkerToken?: boolean;
  readonly rotateManagerToken?: boolean;
  readonly rotateManagerUnlockKey?: boolean;
}

const about = { kind: "swarm", name: "swarm" } as const;

/** The swarm that the engine is part of (https://docs.docker.com/reference/api/engine/#tag/Swarm). */
export class Swarm {
  constructor(private readonly client: Client) {}

  /** @throws EngineError "not-a-swarm-manager" where the engine is in no swarm, or a worker */
  inspect(options?: CallOptions): Promise<SwarmInspect> {
    return this.client.value({ method: "GET", path: "/swarm", kind: "swarmLook", about, signal: options?.signal });
  }

  /** Undefined where the engine is in no swarm, or a worker. */
  async tryInspect(options?: CallOptions): Promise<SwarmInspect | undefined> {
    try {
      return await this.inspect(options);
    } catch (error) {
      if (isEngineError(error, "not-a-swarm-manager")) return undefined;
      throw error;
    }
  }

  /** Begins a swarm with this engine as its first manager. The id of its node. */
  init(body: SwarmInitRequest, options?: CallOptions): Promise<string> {
    return this.client.value({
      method: "POST",
      path: "/swarm/init",
      json: body,
      about,
      answer: "text",
      signal: options?.signal,
    });
  }

  async join(body: SwarmJoinRequest, options?: CallOptions): Promise<void> {
    await this.client.done({ method: "POST", path: "/swarm/join", json: body, about, signal: options?.signal });
  }

  /** @param options.force Even a manager whose leaving breaks the swarm. @default false */
  async leave(options: CallOptions & { readonly force?: boolean } = {}): Promise<void> {
    const { signal, ...query } = options;
    await this.client.done({ method: "POST", path: "/swarm/leave", query, about, signal });
  }

  async update(spec: Answer<SwarmSpec>, options: SwarmUpdateOptions): Promise<void> {
    const { signal, ...query } = options;
    await this.client.done({ method: "POST", path: "/swarm/update", query, json: spec, about, signal });
  }

  /** Empty where managers are not locked. */
  async unlockKey(options?: CallOptions): Promise<string> {
    const call = {
      method: "GET",
      path: "/swarm/unlockkey",
      kind: "swarmLook",
      about,
      signal: options?.signal,
    } as const;
    return (await this.client.value<{ UnlockKey?: string | null }>(call)).UnlockKey ?? "";
  }

  async unlock(unlockKey: string, options?: CallOptions): Promise<void> {
    const json = { UnlockKey: unlockKey };
    await this.client.done({ method: "POST", path: "/swarm/unlock", json, about, signal: options?.signal });
  }
}
