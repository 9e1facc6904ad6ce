// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerNodesConfig extends cdktf.TerraformMetaArguments {
  /** Addresses of the managers' engines; the first that answers is asked. Default: `engine` alone. */
  readonly managers?: string[];
  /** Id of the swarm: managers of another one are not asked. Default: any. */
  readonly swarm?: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The nodes, sorted by hostname. `reachability` is empty for workers. */
export class DataDockerNodesNodesOutputReference extends cdktf.ComplexObject {
  get id(): string { return this.getStringAttribute("id"); }
  get hostname(): string { return this.getStringAttribute("hostname"); }
  get role(): string { return this.getStringAttribute("role"); }
  get status(): string { return this.getStringAttribute("status"); }
  get availability(): string { return this.getStringAttribute("availability"); }
  get leader(): cdktf.IResolvable { return this.getBooleanAttribute("leader"); }
  get reachability(): string { return this.getStringAttribute("reachability"); }
  get address(): string { return this.getStringAttribute("address"); }
  get engineVersion(): string { return this.getStringAttribute("engine_version"); }
  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
}

export class DataDockerNodesNodesList extends cdktf.ComplexList {
  get(index: number): DataDockerNodesNodesOutputReference {
    return new DataDockerNodesNodesOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_nodes`: The nodes of a swarm, like `docker node ls`. */
export class DataDockerNodes extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_nodes";

  private readonly given: Writable<DataDockerNodesConfig>;

  constructor(scope: Construct, id: string, config: DataDockerNodesConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_nodes",
      terraformGeneratorMetadata: { providerName: "docker" },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
    this.given = { ...config };
  }

  get managers(): string[] { return this.getListAttribute("managers"); }
  set managers(value: string[]) { this.given.managers = value; }
  resetManagers(): void { this.given.managers = undefined; }
  get managersInput(): string[] | undefined { return this.given.managers; }

  get swarm(): string { return this.getStringAttribute("swarm"); }
  set swarm(value: string) { this.given.swarm = value; }
  resetSwarm(): void { this.given.swarm = undefined; }
  get swarmInput(): string | undefined { return this.given.swarm; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The swarm's id. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The nodes, sorted by hostname. `reachability` is empty for workers. */
  get nodes(): DataDockerNodesNodesList { return new DataDockerNodesNodesList(this, "nodes", false); }

  /** Laid out like `docker node ls`. */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  managers: ["list", "string"],
  swarm: "string",
  engine: "string",
};
