// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerTasksConfig extends cdktf.TerraformMetaArguments {
  /** Stack that they belong to. Default: any, and none. */
  readonly stack?: string;
  /** What the services' names begin with. Default: any name. */
  readonly namePrefix?: string;
  /** Labels that the services carry, with these values. Default: any labels. */
  readonly labels?: { [key: string]: string };
  /** Also tasks that were replaced or have ended. @default false */
  readonly all?: boolean | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The tasks, sorted by name. The name of a global service's task ends in its node's; `node` is a hostname. */
export class DataDockerTasksTasksOutputReference extends cdktf.ComplexObject {
  get id(): string { return this.getStringAttribute("id"); }
  get name(): string { return this.getStringAttribute("name"); }
  get service(): string { return this.getStringAttribute("service"); }
  get slot(): number { return this.getNumberAttribute("slot"); }
  get image(): string { return this.getStringAttribute("image"); }
  get node(): string { return this.getStringAttribute("node"); }
  get desiredState(): string { return this.getStringAttribute("desired_state"); }
  get state(): string { return this.getStringAttribute("state"); }
  get error(): string { return this.getStringAttribute("error"); }
  get containerId(): string { return this.getStringAttribute("container_id"); }
}

export class DataDockerTasksTasksList extends cdktf.ComplexList {
  get(index: number): DataDockerTasksTasksOutputReference {
    return new DataDockerTasksTasksOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_tasks`: The tasks of a swarm's services and where they run, like `docker service ps` and `docker stack ps`. */
export class DataDockerTasks extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_tasks";

  private readonly given: Writable<DataDockerTasksConfig>;

  constructor(scope: Construct, id: string, config: DataDockerTasksConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_tasks",
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

  get stack(): string { return this.getStringAttribute("stack"); }
  set stack(value: string) { this.given.stack = value; }
  resetStack(): void { this.given.stack = undefined; }
  get stackInput(): string | undefined { return this.given.stack; }

  get namePrefix(): string { return this.getStringAttribute("name_prefix"); }
  set namePrefix(value: string) { this.given.namePrefix = value; }
  resetNamePrefix(): void { this.given.namePrefix = undefined; }
  get namePrefixInput(): string | undefined { return this.given.namePrefix; }

  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
  set labels(value: { [key: string]: string }) { this.given.labels = value; }
  resetLabels(): void { this.given.labels = undefined; }
  get labelsInput(): { [key: string]: string } | undefined { return this.given.labels; }

  get all(): cdktf.IResolvable { return this.getBooleanAttribute("all"); }
  set all(value: boolean | cdktf.IResolvable) { this.given.all = value; }
  resetAll(): void { this.given.all = undefined; }
  get allInput(): boolean | cdktf.IResolvable | undefined { return this.given.all; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** What was asked, as text. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The tasks, sorted by name. The name of a global service's task ends in its node's; `node` is a hostname. */
  get tasks(): DataDockerTasksTasksList { return new DataDockerTasksTasksList(this, "tasks", false); }

  /** Laid out like `docker service ps`, without ids and ages. */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  stack: "string",
  name_prefix: "string",
  labels: ["map", "string"],
  all: "bool",
  engine: "string",
};
