import type { Answer, Node, NodeSpec } from "../api-types";
import type { CallOptions } from "../client";
import { encodeFilters, type Filters } from "../query";
import { Collection, unlessAbsent } from "./collection";

export interface NodeRemoveOptions extends CallOptions {
  /** Even where it is not down. @default false */
  readonly force?: boolean;
}

/** Nodes of the swarm (https://docs.docker.com/reference/api/engine/#tag/Node). */
export class Nodes extends Collection<Node> {
  protected readonly base = "/nodes";
  protected readonly kind = "node";

  list(options: CallOptions & { readonly filters?: Filters } = {}): Promise<Node[]> {
    const query = { filters: encodeFilters(options.filters) };
    return this.client.value({ method: "GET", path: "/nodes", query, signal: options.signal });
  }

  /** @param version `Version.Index` of the node that the change was made from */
  async update(id: string, version: number, spec: Answer<NodeSpec>, options?: CallOptions): Promise<void> {
    const call = { method: "POST", path: "/update", query: { version }, json: spec, signal: options?.signal } as const;
    await this.client.done(this.on(id, call));
  }

  remove(id: string, options: NodeRemoveOptions = {}): Promise<void> {
    return this.removeWith(id, { force: options.force }, options);
  }

  /** False where it did not exist. */
  tryRemove(id: string, options?: NodeRemoveOptions): Promise<boolean> {
    return unlessAbsent(this.remove(id, options));
  }
}
