import type { Volume, VolumeCreateOptions } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection, unlessAbsent } from "./collection";

export interface VolumeRemoveOptions extends CallOptions {
  /** Even where its driver fails. @default false */
  readonly force?: boolean;
}

/** Volumes (https://docs.docker.com/reference/api/engine/#tag/Volume). */
export class Volumes extends Collection<Volume> {
  protected readonly base = "/volumes";
  protected readonly kind = "volume";

  async list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Volume[]> {
    const query = { filters: encodeFilters(options.filters) };
    const found = await this.client.value<{ Volumes?: Volume[] | null }>({
      method: "GET",
      path: "/volumes",
      query,
      signal: options.signal,
    });
    return found.Volumes ?? [];
  }

  /** A name that exists already is no error: the engine answers with the volume that has it. */
  create(body: VolumeCreateOptions, options?: CallOptions): Promise<Volume> {
    const about = body.Name ? this.reference(body.Name) : undefined;
    return this.client.value({ method: "POST", path: "/volumes/create", json: body, about, signal: options?.signal });
  }

  remove(name: string, options: VolumeRemoveOptions = {}): Promise<void> {
    return this.removeWith(name, { force: options.force }, options);
  }

  /** False where it did not exist. */
  tryRemove(name: string, options?: VolumeRemoveOptions): Promise<boolean> {
    return unlessAbsent(this.remove(name, options));
  }
}
