import type { ITerraformDependable } from "cdktf";

/** An image that containers can be made of. */
export interface ImageReference {
  /** The image's name, as one would type it after `docker container run`. */
  readonly name: string;
  /** The name in full, `REPOSITORY:TAG`: what an image table looks for. @default - the name */
  readonly reference?: string;
  /**
   * What must change for the containers of this image to be made anew: constructs, or references in Terraform's own
   * words (`docker_image.hello.image_id`, no `${}` around).
   * @default - the name alone
   */
  readonly replaces?: (string | ITerraformDependable)[];
}
