import type { Answer, Config, ConfigSpec } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection, unlessAbsent } from "./collection";

/** Configs of the swarm (https://docs.docker.com/reference/api/engine/#tag/Config). */
export class Configs extends Collection<Config> {
  protected readonly base = "/configs";
  protected readonly kind = "config";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Config[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/configs", query, signal: options.signal });
  }

  /** `Data` is base64. The id. */
  async create(spec: ConfigSpec, options?: CallOptions): Promise<string> {
    const call = {
      method: "POST",
      path: "/configs/create",
      json: spec,
      about: this.reference(spec.Name ?? ""),
      signal: options?.signal,
    } as const;
    return (await this.client.value<{ ID: string }>(call)).ID;
  }

  /** Only labels can change. @param version `Version.Index` of the config that the change was made from */
  async update(id: string, version: number, spec: Answer<ConfigSpec>, options?: CallOptions): Promise<void> {
    const call = { method: "POST", path: "/update", query: { version }, json: spec, signal: options?.signal } as const;
    await this.client.done(this.on(id, call));
  }

  remove(id: string, options?: CallOptions): Promise<void> {
    return this.removeWith(id, {}, options);
  }

  /** False where it did not exist. */
  tryRemove(id: string, options?: CallOptions): Promise<boolean> {
    return unlessAbsent(this.remove(id, options));
  }
}
