// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerImageHistoryConfig extends cdktf.TerraformMetaArguments {
  /** Name or id of the image. */
  readonly name: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The steps that made the image, the last one first: the command, the bytes that it added, its comment, and the names of the image as it was after it. */
export class DataDockerImageHistoryHistoryOutputReference extends cdktf.ComplexObject {
  get createdBy(): string { return this.getStringAttribute("created_by"); }
  get size(): number { return this.getNumberAttribute("size"); }
  get comment(): string { return this.getStringAttribute("comment"); }
  get tags(): string[] { return this.getListAttribute("tags"); }
}

export class DataDockerImageHistoryHistoryList extends cdktf.ComplexList {
  get(index: number): DataDockerImageHistoryHistoryOutputReference {
    return new DataDockerImageHistoryHistoryOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_image_history`: How an image was made, step by step, and the layers that it is made of, like `docker image history`. */
export class DataDockerImageHistory extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_image_history";

  private readonly given: Writable<DataDockerImageHistoryConfig>;

  constructor(scope: Construct, id: string, config: DataDockerImageHistoryConfig) {
    super(scope, id, {
      terraformResourceType: "docker_image_history",
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

  get name(): string { return this.getStringAttribute("name"); }
  set name(value: string) { this.given.name = value; }
  get nameInput(): string | undefined { return this.given.name; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The engine's id of the image, `sha256:…`. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The steps that made the image, the last one first: the command, the bytes that it added, its comment, and the names of the image as it was after it. */
  get history(): DataDockerImageHistoryHistoryList { return new DataDockerImageHistoryHistoryList(this, "history", false); }

  /** Digests of its layers, `sha256:…`, the lowest first. */
  get layers(): string[] { return this.getListAttribute("layers"); }

  /** Laid out like `docker image history`, without what changes by itself (ages) or says nothing (ids). */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  name: "string",
  engine: "string",
};
