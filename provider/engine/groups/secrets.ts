import type { Answer, Secret, SecretSpec } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection, unlessAbsent } from "./collection";

/** Secrets of the swarm (https://docs.docker.com/reference/api/engine/#tag/Secret). */
export class Secrets extends Collection<Secret> {
  protected readonly base = "/secrets";
  protected readonly kind = "secret";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Secret[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/secrets", query, signal: options.signal });
  }

  /** `Data` is base64. The id. */
  async create(spec: SecretSpec, options?: CallOptions): Promise<string> {
    const call = {
      method: "POST",
      path: "/secrets/create",
      json: spec,
      about: this.reference(spec.Name ?? ""),
      signal: options?.signal,
    } as const;
    return (await this.client.value<{ ID: string }>(call)).ID;
  }

  /** Only labels can change. @param version `Version.Index` of the secret that the change was made from */
  async update(id: string, version: number, spec: Answer<SecretSpec>, options?: CallOptions): Promise<void> {
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
