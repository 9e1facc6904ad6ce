// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerContainersConfig extends cdktf.TerraformMetaArguments {
  /** Stopped containers too, like `docker container ls -a`. @default false */
  readonly all?: boolean | cdktf.IResolvable;
  /** What their names begin with. Default: any name. */
  readonly namePrefix?: string;
  /** Labels that they all carry, with these values. Default: any labels. */
  readonly labels?: { [key: string]: string };
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The containers, sorted by name. `error` is what the engine says of one that it could not start. */
export class DataDockerContainersContainersOutputReference extends cdktf.ComplexObject {
  get id(): string { return this.getStringAttribute("id"); }
  get name(): string { return this.getStringAttribute("name"); }
  get image(): string { return this.getStringAttribute("image"); }
  get command(): string { return this.getStringAttribute("command"); }
  get state(): string { return this.getStringAttribute("state"); }
  get exitCode(): number { return this.getNumberAttribute("exit_code"); }
  get error(): string { return this.getStringAttribute("error"); }
  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
}

export class DataDockerContainersContainersList extends cdktf.ComplexList {
  get(index: number): DataDockerContainersContainersOutputReference {
    return new DataDockerContainersContainersOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_containers`: The containers of an engine, like `docker container ls`. */
export class DataDockerContainers extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_containers";

  private readonly given: Writable<DataDockerContainersConfig>;

  constructor(scope: Construct, id: string, config: DataDockerContainersConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_containers",
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

  get all(): cdktf.IResolvable { return this.getBooleanAttribute("all"); }
  set all(value: boolean | cdktf.IResolvable) { this.given.all = value; }
  resetAll(): void { this.given.all = undefined; }
  get allInput(): boolean | cdktf.IResolvable | undefined { return this.given.all; }

  get namePrefix(): string { return this.getStringAttribute("name_prefix"); }
  set namePrefix(value: string) { this.given.namePrefix = value; }
  resetNamePrefix(): void { this.given.namePrefix = undefined; }
  get namePrefixInput(): string | undefined { return this.given.namePrefix; }

  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
  set labels(value: { [key: string]: string }) { this.given.labels = value; }
  resetLabels(): void { this.given.labels = undefined; }
  get labelsInput(): { [key: string]: string } | undefined { return this.given.labels; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** What was asked, as text. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The containers, sorted by name. `error` is what the engine says of one that it could not start. */
  get containers(): DataDockerContainersContainersList { return new DataDockerContainersContainersList(this, "containers", false); }

  /** Laid out like `docker container ls`, without what changes by itself (ids, ages). */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  all: "bool",
  name_prefix: "string",
  labels: ["map", "string"],
  engine: "string",
};
