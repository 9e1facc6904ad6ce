import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataDockerImages, type DataDockerImagesConfig } from "../bindings/data-docker-images";
import type { ImageReference } from "../image/image-reference";
import { readAfterAll } from "./after-all";

export interface ImageTableProps extends Omit<DataDockerImagesConfig, "reference"> {
  /** Images to show. @default - all that the engine has */
  readonly images?: ImageReference[];
  /** What must be made before the table is drawn. @default - every image and tag of the stack */
  readonly dependsOn?: ITerraformDependable[];
}

/** The engine's images as a table, like `docker image ls`. */
export class ImageTable extends Construct {
  readonly data: DataDockerImages;

  constructor(scope: Construct, id: string, { images, ...props }: ImageTableProps = {}) {
    super(scope, id);
    this.data = new DataDockerImages(this, "Resource", {
      ...props,
      reference: images?.map(({ name, reference }) => reference ?? name),
    });
    if (!props.dependsOn) readAfterAll(this.data, ["docker_image", "docker_tag", "docker_commit"]);
  }

  get output(): string {
    return this.data.table;
  }
}
