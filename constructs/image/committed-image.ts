import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DockerCommit, type DockerCommitConfig } from "../bindings/docker-commit";
import { DockerTag } from "../bindings/docker-tag";
import { required } from "../required";
import { imageName } from "./image-name";
import type { ImageReference } from "./image-reference";
import { withTag } from "./with-tag";

export interface CommittedImageProps extends Omit<DockerCommitConfig, "container" | "name"> {
  /** Container whose files are taken, running or not. */
  readonly container: { readonly resource: { readonly id: string } };
  /** The name that the image gets after it was made, `REPOSITORY[:TAG]`. */
  readonly name: string;
}

/** An image made of what a container did to its files: `docker container commit`, then `docker image tag`. */
export class CommittedImage extends Construct implements ImageReference, ITerraformDependable {
  readonly name: string;
  readonly reference: string;
  readonly commit: DockerCommit;
  readonly tag: DockerTag;

  constructor(scope: Construct, id: string, asked: CommittedImageProps) {
    super(scope, id);
    const { container, name, ...props } = required(this, asked, "container", "name");
    imageName(this, name);
    this.commit = new DockerCommit(this, "Commit", { ...props, container: container.resource.id });
    this.tag = new DockerTag(this, "Tag", { sourceImage: this.commit.imageId, targetImage: name });
    this.name = this.tag.targetImage;
    this.reference = withTag(name);
  }

  get replaces(): string[] {
    return [`${dependable(this.commit)}.image_id`];
  }

  /** The engine's id of the image, `sha256:…`. */
  get output(): string {
    return this.commit.imageId;
  }

  get fqn(): string {
    return this.tag.fqn;
  }
}
