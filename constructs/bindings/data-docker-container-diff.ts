// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerContainerDiffConfig extends cdktf.TerraformMetaArguments {
  /** Name or id of the container, running or not. */
  readonly container: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The paths that differ from the image's, sorted: `A` added, `C` changed (a folder whose content changed too), `D` deleted. */
export class DataDockerContainerDiffChangesOutputReference extends cdktf.ComplexObject {
  get kind(): string { return this.getStringAttribute("kind"); }
  get path(): string { return this.getStringAttribute("path"); }
}

export class DataDockerContainerDiffChangesList extends cdktf.ComplexList {
  get(index: number): DataDockerContainerDiffChangesOutputReference {
    return new DataDockerContainerDiffChangesOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_container_diff`: What a container changed in its image's files, like `docker container diff`. */
export class DataDockerContainerDiff extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_container_diff";

  private readonly given: Writable<DataDockerContainerDiffConfig>;

  constructor(scope: Construct, id: string, config: DataDockerContainerDiffConfig) {
    super(scope, id, {
      terraformResourceType: "docker_container_diff",
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

  get container(): string { return this.getStringAttribute("container"); }
  set container(value: string) { this.given.container = value; }
  get containerInput(): string | undefined { return this.given.container; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The engine's id of the container. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The paths that differ from the image's, sorted: `A` added, `C` changed (a folder whose content changed too), `D` deleted. */
  get changes(): DataDockerContainerDiffChangesList { return new DataDockerContainerDiffChangesList(this, "changes", false); }

  /** The same as `docker container diff` prints it, a line each: `A /hello.txt`. */
  get lines(): string { return this.getStringAttribute("lines"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  container: "string",
  engine: "string",
};
