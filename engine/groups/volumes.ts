import type { Volume, VolumeCreateOptions } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Query } from "../query";
import { type ForceOptions, type ListOptions, RemovableCollection } from "./collection";

/** Volumes (https://docs.docker.com/reference/api/engine/#tag/Volume). */
export class Volumes extends RemovableCollection<Volume, Volume, ForceOptions> {
  protected readonly base = "/volumes";
  protected readonly kind = "volume";

  override async list({ signal, filters }: ListOptions = {}): Promise<Volume[]> {
    const call = { method: "GET", path: "/volumes", query: { filters: encodeFilters(filters) }, signal } as const;
    return (await this.client.value<{ Volumes?: Volume[] | null }>(call)).Volumes ?? [];
  }

  /** A name that exists already is no error: the engine answers with the volume that has it. */
  create(body: VolumeCreateOptions, options?: CallOptions): Promise<Volume> {
    const about = body.Name ? this.reference(body.Name) : undefined;
    return this.client.value({ method: "POST", path: "/volumes/create", json: body, about, signal: options?.signal });
  }

  protected override removalQuery(options?: ForceOptions): Query {
    return { force: options?.force };
  }
}
