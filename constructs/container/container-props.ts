import { dependable } from "cdktf";
import type { Construct } from "constructs";
import type { DockerContainerConfig } from "../bindings/docker-container";
import { expectEngine } from "../engine/expect-engine";
import type { ImageReference } from "../image/image-reference";
import { objectName } from "../object-name";
import { required } from "../required";

/** What makes a container what its construct says, and is not for the user to set. */
type Decided = "image" | "name" | "expectedExitCode" | "attach" | "logs" | "mustRun" | "tty" | "stdinOpen" | "start";

/** Arguments of `docker_container` that are the user's: `env`, `volumes`, `networksAdvanced`, `dependsOn` and so on. */
export interface ContainerProps extends Partial<Omit<DockerContainerConfig, Decided>> {
  /** Image to run: a construct of one, or any object with a `name`. */
  readonly image: ImageReference;
  /** Command and arguments. @default - the image's own */
  readonly command?: string[];
  /** Name of the container. @default - the construct's path, joined by "-", behind the context's `prefix` */
  readonly containerName?: string;
}

/** @throws ConstructError `prop-missing` */
export function containerConfig(scope: Construct, asked: ContainerProps): DockerContainerConfig {
  const { image, containerName, ...props } = required(scope, asked, "image");
  expectEngine(scope);
  // cdktf would write a construct as `${…}` here, which Terraform does not take.
  const replaceTriggeredBy = [...(props.lifecycle?.replaceTriggeredBy ?? []), ...(image.replaces ?? [])].map((cause) =>
    typeof cause === "string" ? cause : dependable(cause),
  );
  return {
    ...props,
    name: containerName ?? objectName(scope),
    image: image.name,
    ...(replaceTriggeredBy.length > 0 && { lifecycle: { ...props.lifecycle, replaceTriggeredBy } }),
  };
}
