import type { Answer } from "../api-types";
import type { CallOptions } from "../client";
import { RemovableCollection } from "./collection";

/** Data that a swarm keeps for its services, under a name; once made, only its labels change. */
export abstract class SwarmData<Inspect, Spec extends { readonly Name?: string }> extends RemovableCollection<Inspect> {
  /** `Data` of the spec is base64. The id. */
  async create(spec: Spec, options?: CallOptions): Promise<string> {
    const call = { method: "POST", path: `${this.base}/create`, json: spec, signal: options?.signal } as const;
    return (await this.client.value<{ ID: string }>({ ...call, about: this.reference(spec.Name ?? "") })).ID;
  }

  /** Changes its labels. @param version `Version.Index` of what the change was made from */
  async update(id: string, version: number, spec: Answer<Spec>, options?: CallOptions): Promise<void> {
    const call = { method: "POST", path: "/update", query: { version }, json: spec, signal: options?.signal } as const;
    await this.client.done(this.on(id, call));
  }
}
