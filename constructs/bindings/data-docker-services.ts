// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerServicesConfig extends cdktf.TerraformMetaArguments {
  /** Stack that they belong to. Default: any, and none. */
  readonly stack?: string;
  /** What the services' names begin with. Default: any name. */
  readonly namePrefix?: string;
  /** Labels that the services carry, with these values. Default: any labels. */
  readonly labels?: { [key: string]: string };
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The services, sorted by name. `mode` is `replicated`, `global` or a job of either. */
export class DataDockerServicesServicesOutputReference extends cdktf.ComplexObject {
  get id(): string { return this.getStringAttribute("id"); }
  get name(): string { return this.getStringAttribute("name"); }
  get stack(): string { return this.getStringAttribute("stack"); }
  get mode(): string { return this.getStringAttribute("mode"); }
  get running(): number { return this.getNumberAttribute("running"); }
  get desired(): number { return this.getNumberAttribute("desired"); }
  get completed(): number { return this.getNumberAttribute("completed"); }
  get image(): string { return this.getStringAttribute("image"); }
  get ports(): string[] { return this.getListAttribute("ports"); }
  get labels(): { [key: string]: string } { return this.getStringMapAttribute("labels"); }
}

export class DataDockerServicesServicesList extends cdktf.ComplexList {
  get(index: number): DataDockerServicesServicesOutputReference {
    return new DataDockerServicesServicesOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_services`: The services of a swarm, like `docker service ls`, `docker stack services` and `docker stack ls`. */
export class DataDockerServices extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_services";

  private readonly given: Writable<DataDockerServicesConfig>;

  constructor(scope: Construct, id: string, config: DataDockerServicesConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_services",
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

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** What was asked, as text. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The services, sorted by name. `mode` is `replicated`, `global` or a job of either. */
  get services(): DataDockerServicesServicesList { return new DataDockerServicesServicesList(this, "services", false); }

  /** Laid out like `docker stack services`, without ids. */
  get table(): string { return this.getStringAttribute("table"); }

  /** The stacks that they belong to, laid out like `docker stack ls`. */
  get stackTable(): string { return this.getStringAttribute("stack_table"); }

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
  engine: "string",
};
