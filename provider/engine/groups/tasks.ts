import type { Task } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection } from "./collection";

/** Tasks of the swarm's services (https://docs.docker.com/reference/api/engine/#tag/Task). */
export class Tasks extends Collection<Task> {
  protected readonly base = "/tasks";
  protected readonly kind = "task";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Task[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/tasks", query, signal: options.signal });
  }
}
