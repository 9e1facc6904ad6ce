import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerImagesConfig extends DockerDataSourceConfig {
  /** Names, with or without tag, `*` allowed, as for `docker image ls --filter reference=`. @default - any name */
  readonly reference?: string[];
  /** Labels that they all carry, with these values. @default - any labels */
  readonly labels?: Record<string, string>;
}

/** @public */
export class ImageSummary extends ComplexObject {
  get id(): string {
    return this.getStringAttribute("id");
  }

  /** `<none>` where the image has no name. */
  get repository(): string {
    return this.getStringAttribute("repository");
  }

  get tag(): string {
    return this.getStringAttribute("tag");
  }

  /** In bytes, all layers together. */
  get size(): number {
    return this.getNumberAttribute("size");
  }

  get digest(): string {
    return this.getStringAttribute("digest");
  }
}

/** `docker_images`: the images of an engine, like `docker image ls`. */
export class DataDockerImages extends DockerDataSource {
  static readonly tfResourceType = "docker_images";

  readonly images = new ComputedList(this, "images", ImageSummary);

  constructor(scope: Construct, id: string, config: DataDockerImagesConfig = {}) {
    super(scope, id, DataDockerImages.tfResourceType, config);
  }

  /** Laid out like `docker image ls`, without what changes by itself (ages). */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
