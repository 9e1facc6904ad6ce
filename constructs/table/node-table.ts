import { Construct } from "constructs";
import { DataDockerNodes } from "../bindings/data-docker-nodes";
import type { Cluster } from "../swarm/cluster";

/** The nodes of a cluster as a table, like `docker node ls`, once all of them are ready. */
export class NodeTable extends Construct {
  readonly data: DataDockerNodes;

  constructor(scope: Construct, id: string, { managers, swarm, nodes }: Pick<Cluster, "managers" | "swarm" | "nodes">) {
    super(scope, id);
    this.data = new DataDockerNodes(this, "Resource", { managers, swarm: swarm.id, dependsOn: [...nodes] });
  }

  get output(): string {
    return this.data.table;
  }
}
