import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerImageHistoryConfig extends DockerDataSourceConfig {
  /** Name or id of the image. */
  readonly name: string;
}

export class ImageStep extends ComplexObject {
  /** The command that made it. */
  get createdBy(): string {
    return this.getStringAttribute("created_by");
  }

  /** Bytes that it added. */
  get size(): number {
    return this.getNumberAttribute("size");
  }

  get comment(): string {
    return this.getStringAttribute("comment");
  }

  /** Names of the image as it was after the step. */
  get tags(): string[] {
    return this.getListAttribute("tags");
  }
}

/** `docker_image_history`: the steps that made an image, and its layers, like `docker image history`. */
export class DataDockerImageHistory extends DockerDataSource {
  static readonly tfResourceType = "docker_image_history";

  /** The last one first. */
  readonly history = new ComputedList(this, "history", ImageStep);

  constructor(scope: Construct, id: string, config: DataDockerImageHistoryConfig) {
    super(scope, id, DataDockerImageHistory.tfResourceType, config);
  }

  /** Digests of its layers, `sha256:…`, the lowest first. */
  get layers(): string[] {
    return this.getListAttribute("layers");
  }

  /** Laid out like `docker image history`, without ages and ids. */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
