// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** Label of the node, for placement constraints (`node.labels.…`). A change is made in place. */
export interface DockerSwarmNodeLabels {
  /** Key. */
  readonly label: string;
  /** Value. */
  readonly value: string;
}

export interface DockerSwarmNodeConfig extends cdktf.TerraformMetaArguments {
  /** Addresses of the managers' engines; the first that answers is asked. The node's own may be among them. */
  readonly managers: string[];
  /** Id of the swarm (`docker_swarm.….id`). A node of another one leaves that and joins this. Default: the swarm that the managers are in. */
  readonly swarm?: string;
  /** `worker` or `manager`; a change promotes or demotes the node in place. Default: `worker`. @default "worker" */
  readonly role?: string;
  /** `active`, `pause` (no new tasks) or `drain` (its tasks go elsewhere). A change is made in place. Default: `active`. @default "active" */
  readonly availability?: string;
  /** Label of the node, for placement constraints (`node.labels.…`). A change is made in place. */
  readonly labels?: DockerSwarmNodeLabels[] | cdktf.IResolvable;
  /** Address (or interface, with or without port) under which the others reach the node. Default: the engine's choice where it has only one. Counts when the node joins; another value lets it leave and join again. */
  readonly advertiseAddr?: string;
  /** Address on which the node listens for the others while it is a manager. Default: `0.0.0.0:2377`. Counts when the node joins; another value lets it leave and join again. @default "0.0.0.0:2377" */
  readonly listenAddr?: string;
  /** Address (or interface) for the traffic of the node's containers. Default: that of `advertise_addr`. Counts when the node joins; another value lets it leave and join again. */
  readonly dataPathAddr?: string;
  /** What the engine runs on, a container's id for instance: after a change it is waited for until the node is ready again. */
  readonly incarnation?: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** Label of the node, for placement constraints (`node.labels.…`). A change is made in place. */
export class DockerSwarmNodeLabelsOutputReference extends cdktf.ComplexObject {
  get label(): string { return this.getStringAttribute("label"); }
  get value(): string { return this.getStringAttribute("value"); }
}

export class DockerSwarmNodeLabelsList extends cdktf.ComplexList {
  get(index: number): DockerSwarmNodeLabelsOutputReference {
    return new DockerSwarmNodeLabelsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_swarm_node`: An engine's membership in a swarm. It joins with a token that is fetched from a manager at that moment and kept nowhere. */
export class DockerSwarmNode extends cdktf.TerraformResource {
  static readonly tfResourceType = "docker_swarm_node";

  private readonly given: Writable<DockerSwarmNodeConfig>;

  static generateConfigForImport(
    scope: Construct,
    importToId: string,
    importFromId: string,
    provider?: cdktf.TerraformProvider,
  ): cdktf.ImportableResource {
    return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "docker_swarm_node", importId: importFromId, provider });
  }

  constructor(scope: Construct, id: string, config: DockerSwarmNodeConfig) {
    super(scope, id, {
      terraformResourceType: "docker_swarm_node",
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
  get managersInput(): string[] | undefined { return this.given.managers; }

  get swarm(): string { return this.getStringAttribute("swarm"); }
  set swarm(value: string) { this.given.swarm = value; }
  resetSwarm(): void { this.given.swarm = undefined; }
  get swarmInput(): string | undefined { return this.given.swarm; }

  get role(): string { return this.getStringAttribute("role"); }
  set role(value: string) { this.given.role = value; }
  resetRole(): void { this.given.role = undefined; }
  get roleInput(): string | undefined { return this.given.role; }

  get availability(): string { return this.getStringAttribute("availability"); }
  set availability(value: string) { this.given.availability = value; }
  resetAvailability(): void { this.given.availability = undefined; }
  get availabilityInput(): string | undefined { return this.given.availability; }

  get labels(): DockerSwarmNodeLabelsList { return new DockerSwarmNodeLabelsList(this, "labels", true); }
  putLabels(value: DockerSwarmNodeLabels[] | cdktf.IResolvable): void { this.given.labels = value; }
  resetLabels(): void { this.given.labels = undefined; }
  get labelsInput(): DockerSwarmNodeLabels[] | cdktf.IResolvable | undefined { return this.given.labels; }

  get advertiseAddr(): string { return this.getStringAttribute("advertise_addr"); }
  set advertiseAddr(value: string) { this.given.advertiseAddr = value; }
  resetAdvertiseAddr(): void { this.given.advertiseAddr = undefined; }
  get advertiseAddrInput(): string | undefined { return this.given.advertiseAddr; }

  get listenAddr(): string { return this.getStringAttribute("listen_addr"); }
  set listenAddr(value: string) { this.given.listenAddr = value; }
  resetListenAddr(): void { this.given.listenAddr = undefined; }
  get listenAddrInput(): string | undefined { return this.given.listenAddr; }

  get dataPathAddr(): string { return this.getStringAttribute("data_path_addr"); }
  set dataPathAddr(value: string) { this.given.dataPathAddr = value; }
  resetDataPathAddr(): void { this.given.dataPathAddr = undefined; }
  get dataPathAddrInput(): string | undefined { return this.given.dataPathAddr; }

  get incarnation(): string { return this.getStringAttribute("incarnation"); }
  set incarnation(value: string) { this.given.incarnation = value; }
  resetIncarnation(): void { this.given.incarnation = undefined; }
  get incarnationInput(): string | undefined { return this.given.incarnation; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The node's id in the swarm. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The node's hostname. */
  get hostname(): string { return this.getStringAttribute("hostname"); }

  /** Address under which the managers know the node. */
  get address(): string { return this.getStringAttribute("address"); }

  /** `ready`; `down`, `disconnected` or `unknown` as the managers say; `absent` where its container is gone, `stopped` where that does not run, `left` where its engine is in no swarm or another; `lost` where its swarm is. An apply brings back a node that is not ready. */
  get status(): string { return this.getStringAttribute("status"); }

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
  role: "string",
  availability: "string",
  labels: { block: "set", of: {
    label: "string",
    value: "string",
  } },
  advertise_addr: "string",
  listen_addr: "string",
  data_path_addr: "string",
  incarnation: "string",
  engine: "string",
};
