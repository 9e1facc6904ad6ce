import type { Construct } from "constructs";
import { DockerResource, type DockerResourceConfig } from "./docker-resource";

export interface DockerCommitConfig extends DockerResourceConfig {
  /** Name or id of the container. An id makes the image anew of a container that took its place. */
  readonly container: string;
  /** `NAME[:TAG]`. @default - none, which `docker image ls` shows as `<none>` */
  readonly name?: string;
  /** Who made it, `Jane <jane@example.com>`. @default - nobody */
  readonly author?: string;
  /** What was done. @default - nothing is said */
  readonly message?: string;
  /** Dockerfile instructions for the image's configuration, `CMD ["figlet"]`. @default - none */
  readonly changes?: string[];
  /** Pause a running container meanwhile. @default true */
  readonly pause?: boolean;
  /** Values whose change makes the image anew. @default - none */
  readonly triggers?: Record<string, string>;
}

/** `docker_commit`: an image made of a container's files, like `docker container commit`. */
export class DockerCommit extends DockerResource {
  static readonly tfResourceType = "docker_commit";

  constructor(scope: Construct, id: string, config: DockerCommitConfig) {
    super(scope, id, DockerCommit.tfResourceType, config);
  }

  /** The engine's id of the image, `sha256:…`. */
  get imageId(): string {
    return this.getStringAttribute("image_id");
  }

  /** The image as `docker image ls` showed it when it was made. */
  get table(): string {
    return this.getStringAttribute("table");
  }
}
