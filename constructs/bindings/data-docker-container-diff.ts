import { ComplexObject } from "cdktf";
import type { Construct } from "constructs";
import { ComputedList } from "./computed-list";
import { DockerDataSource, type DockerDataSourceConfig } from "./docker-data-source";

export interface DataDockerContainerDiffConfig extends DockerDataSourceConfig {
  /** Name or id of the container, running or not. */
  readonly container: string;
}

export class FileChange extends ComplexObject {
  /** `A` added, `C` changed, `D` deleted. */
  get kind(): string {
    return this.getStringAttribute("kind");
  }

  get path(): string {
    return this.getStringAttribute("path");
  }
}

/** `docker_container_diff`: what a container changed in its image's files, like `docker container diff`. */
export class DataDockerContainerDiff extends DockerDataSource {
  static readonly tfResourceType = "docker_container_diff";

  readonly changes = new ComputedList(this, "changes", FileChange);

  constructor(scope: Construct, id: string, config: DataDockerContainerDiffConfig) {
    super(scope, id, DataDockerContainerDiff.tfResourceType, config);
  }

  /** A line each: `A /hello.txt`. */
  get lines(): string {
    return this.getStringAttribute("lines");
  }
}
