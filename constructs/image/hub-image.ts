import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { DockerImage, type DockerImageConfig } from "../bindings/docker-image";
import { expectEngine } from "../engine/expect-engine";
import { imageName } from "./image-name";
import type { ImageReference } from "./image-reference";
import { withTag } from "./with-tag";

export interface HubImageProps extends Partial<Omit<DockerImageConfig, "buildAttribute">> {
  /** `[HOST/]REPOSITORY[:TAG][@DIGEST]`; Docker Hub's where no host is named. @default - the construct's id */
  readonly name?: string;
}

/**
 * An image pulled from a registry, like `docker image pull`. Destroy removes it only if this deploy pulled it; an image
 * that was there before stays (with the community provider set `keepLocally` for that).
 *
 * @throws ConstructError `image-name`
 */
export class HubImage extends Construct implements ImageReference, ITerraformDependable {
  readonly name: string;
  readonly reference: string;
  readonly resource: DockerImage;

  constructor(scope: Construct, id: string, props: HubImageProps = {}) {
    super(scope, id);
    const name = imageName(this, props.name ?? id);
    expectEngine(this);
    this.resource = new DockerImage(this, "Resource", { ...props, name });
    this.name = this.resource.name;
    this.reference = withTag(name);
  }

  /** What the name stood for when it was pulled: `REPOSITORY@sha256:…`. */
  get output(): string {
    return this.resource.repoDigest;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
