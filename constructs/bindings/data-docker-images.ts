// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerImagesConfig extends cdktf.TerraformMetaArguments {
  /** Names, with or without tag, `*` allowed, as for `docker image ls --filter reference=`. Default: any name. */
  readonly reference?: string[];
  /** Labels that they all carry, with these values. Default: any labels. */
  readonly labels?: { [key: string]: string };
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** A row per name of an image, sorted by name; `<none>` where it has none, or no tag. Size in bytes as the engine lists it: all layers together, on the containerd store with what they were unpacked from, for all platforms that it has. */
export class DataDockerImagesImagesOutputReference extends cdktf.ComplexObject {
  get id(): string { return this.getStringAttribute("id"); }
  get repository(): string { return this.getStringAttribute("repository"); }
  get tag(): string { return this.getStringAttribute("tag"); }
  get size(): number { return this.getNumberAttribute("size"); }
  get digest(): string { return this.getStringAttribute("digest"); }
}

export class DataDockerImagesImagesList extends cdktf.ComplexList {
  get(index: number): DataDockerImagesImagesOutputReference {
    return new DataDockerImagesImagesOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_images`: The images of an engine, like `docker image ls`. */
export class DataDockerImages extends cdktf.TerraformDataSource {
  static readonly tfResourceType = "docker_images";

  private readonly given: Writable<DataDockerImagesConfig>;

  constructor(scope: Construct, id: string, config: DataDockerImagesConfig = {}) {
    super(scope, id, {
      terraformResourceType: "docker_images",
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

  get reference(): string[] { return this.getListAttribute("reference"); }
  set reference(value: string[]) { this.given.reference = value; }
  resetReference(): void { this.given.reference = undefined; }
  get referenceInput(): string[] | undefined { return this.given.reference; }

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

  /** A row per name of an image, sorted by name; `<none>` where it has none, or no tag. Size in bytes as the engine lists it: all layers together, on the containerd store with what they were unpacked from, for all platforms that it has. */
  get images(): DataDockerImagesImagesList { return new DataDockerImagesImagesList(this, "images", false); }

  /** Laid out like `docker image ls`, without what changes by itself (ages). */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  reference: ["list", "string"],
  labels: ["map", "string"],
  engine: "string",
};
