import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { parseReference } from "../../registry/reference";
import { DockerRegistryImage } from "../bindings/docker-registry-image";
import { DockerTag } from "../bindings/docker-tag";
import { ConstructError } from "../construct-error";
import type { BuiltImage } from "../image/built-image";
import type { ImageReference } from "../image/image-reference";
import { isKnownAtApply } from "../known-at-apply";
import { swarmProblem } from "./problems";

export interface PushedImageProps {
  readonly image: BuiltImage;
  /** Registry that it is pushed to, as its cluster's nodes name it: `HOST[:PORT][/PATH]`. */
  readonly registry: string;
  /** Whether the engine alone reaches the registry. */
  readonly throughEngine: boolean;
  /** What must be there before it is pushed. @default - nothing */
  readonly dependsOn?: ITerraformDependable[];
}

/**
 * A built image in the registry of a cluster, from where all nodes pull it. Its name ends in the digest of what was
 * pushed, so that services are updated when the image changes, and no node runs another one under its name.
 */
export class PushedImage extends Construct implements ImageReference, ITerraformDependable {
  /** `REGISTRY/REPOSITORY:TAG@DIGEST`, known at apply. */
  readonly name: string;
  readonly reference: string;
  readonly resource: DockerRegistryImage;

  /** @throws ConstructError `push-name` */
  constructor(scope: Construct, id: string, { image, registry, throughEngine, dependsOn }: PushedImageProps) {
    super(scope, id);
    this.reference = `${registry}/${pathAndTag(image)}`;
    const tag = new DockerTag(this, "Tag", {
      sourceImage: image.name,
      targetImage: this.reference,
      tagTriggers: [image.resource.imageId],
    });
    this.resource = new DockerRegistryImage(this, "Resource", {
      name: tag.targetImage,
      triggers: { image: image.resource.imageId },
      throughEngine: throughEngine || undefined,
      keepRemotely: throughEngine ? undefined : true,
      dependsOn,
    });
    this.name = `${this.resource.name}@${this.resource.sha256Digest}`;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}

/** The image's own name without a registry's host. */
function pathAndTag(image: BuiltImage): string {
  const { path } = image.node;
  if (isKnownAtApply(image.reference)) throw new ConstructError(swarmProblem("push-name", { path }));
  const { path: repository, tag } = parseReference(image.reference);
  return `${repository.replace(/^library\//, "")}:${tag}`;
}
