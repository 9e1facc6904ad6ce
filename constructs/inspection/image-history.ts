import { dependable, Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DataDockerImageHistory, type DataDockerImageHistoryConfig } from "../bindings/data-docker-image-history";
import type { ImageReference } from "../image/image-reference";
import { required } from "../required";

export interface ImageHistoryProps extends Omit<DataDockerImageHistoryConfig, "name"> {
  /** Image to look at. */
  readonly image: ImageReference & ITerraformDependable;
}

/** The steps that made an image, and its layers, like `docker image history` and `docker image inspect`. */
export class ImageHistory extends Construct {
  readonly data: DataDockerImageHistory;

  constructor(scope: Construct, id: string, asked: ImageHistoryProps) {
    super(scope, id);
    const { image, ...props } = required(this, asked, "image");
    this.data = new DataDockerImageHistory(this, "Resource", {
      ...props,
      name: image.name,
      dependsOn: [image, ...(props.dependsOn ?? [])],
    });
  }

  /** The steps, the last one first. */
  get output(): string {
    return this.data.table;
  }

  /** Its layers, the lowest first, as `docker image inspect --format "{{json .RootFS.Layers}}"` prints them. */
  get layers(): { readonly output: string } {
    return { output: Fn.jsonencode(this.data.layers) };
  }

  /** The layers that another image has too, the lowest first: kept once, however many images are built on them. */
  sharedWith(other: ImageHistory): { readonly output: string } {
    const [own, others] = [this, other].map(({ data }) => `${dependable(data)}.layers`);
    return { output: `\${join("\\n", [for layer in ${own} : layer if contains(${others}, layer)])}` };
  }
}
