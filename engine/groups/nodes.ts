import type { Answer, Node, NodeSpec } from "../api-types";
import type { CallOptions } from "../client";
import type { Query } from "../query";
import { type ForceOptions, RemovableCollection } from "./collection";

/** Nodes of the swarm (https://docs.docker.com/reference/api/engine/#tag/Node). */
export class Nodes extends RemovableCollection<Node, Node, ForceOptions> {
  protected readonly base = "/nodes";
  protected readonly kind = "node";
  protected override readonly looks = "swarmLook";

  /** @param version `Version.Index` of the node that the change was made from */
  async update(id: string, version: number, spec: Answer<NodeSpec>, options?: CallOptions): Promise<void> {
    const call = { method: "POST", path: "/update", query: { version }, json: spec, signal: options?.signal } as const;
    await this.client.done(this.on(id, call));
  }

  protected override removalQuery(options?: ForceOptions): Query {
    return { force: options?.force };
  }
}
