import type { Event, SystemInfo, SystemVersion } from "../api-types";
import type { CallOptions, Client } from "../client";
import { encodeFilters, encodeInstant, type Filters, type Instant } from "../query";

export interface EventOptions extends CallOptions {
  readonly filters?: Filters;
  /** Events since then first. @default - now */
  readonly since?: Instant;
  /** End then. @default - never */
  readonly until?: Instant;
}

/** The engine itself (https://docs.docker.com/reference/api/engine/#tag/System). */
export class System {
  constructor(private readonly client: Client) {}

  async ping(options?: CallOptions): Promise<void> {
    await this.client.done({ method: "GET", path: "/_ping", kind: "ping", signal: options?.signal });
  }

  version(options?: CallOptions): Promise<SystemVersion> {
    return this.client.value({ method: "GET", path: "/version", signal: options?.signal });
  }

  info(options?: CallOptions): Promise<SystemInfo> {
    return this.client.value({ method: "GET", path: "/info", kind: "swarmLook", signal: options?.signal });
  }

  /** What happens on the engine, as it happens. Resolves when the engine has begun to watch. */
  events(options: EventOptions = {}): Promise<AsyncIterable<Event>> {
    const { signal, filters, since, until } = options;
    return this.client.messages({
      method: "GET",
      path: "/events",
      query: { filters: encodeFilters(filters), since: encodeInstant(since), until: encodeInstant(until) },
      signal,
    });
  }
}
