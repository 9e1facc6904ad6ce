import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { contextDigest } from "../../build-context";
import { DockerImage, type DockerImageBuild, type DockerImageConfig } from "../bindings/docker-image";
import { expectEngine } from "../engine/expect-engine";
import { required } from "../required";
import { imageName } from "./image-name";
import type { ImageReference } from "./image-reference";
import { inlineDigest, layDockerfile } from "./inline-dockerfile";
import { linkContext, linkedContexts } from "./link-context";
import { withTag } from "./with-tag";

export interface BuiltImageProps
  extends Omit<DockerImageBuild, "context" | "dockerfile" | "tag" | "additionalContexts"> {
  /** `REPOSITORY[:TAG]` */
  readonly name: string;
  /** Folder that the Dockerfile copies from; a relative path is from where the app runs. */
  readonly context: string;
  /** Path of the Dockerfile from the context; it may lie outside. @default "Dockerfile" */
  readonly dockerfile?: string;
  /** The Dockerfile's text, in place of a file: synth lays it beside the stack. @default - `dockerfile` has it */
  readonly dockerfileInline?: string;
  /**
   * More that the Dockerfile may copy from or begin with, by name: a folder, `docker-image://IMAGE` or a URL. Needs an
   * engine of Docker 23.
   * @default - none
   */
  readonly additionalContexts?: Readonly<Record<string, string>>;
  /**
   * Images that its FROM lines name, where the stack has them: they are pulled first, and the build takes what the engine
   * has. @default - the build pulls what the engine lacks
   */
  readonly bases?: readonly ITerraformDependable[];
  /** Other causes to build it anew, beside what is sent. @default - none */
  readonly triggers?: Record<string, string>;
  /** Other arguments of the resource: `dependsOn`, `keepLocally` and so on. @default - none */
  readonly resource?: Partial<Omit<DockerImageConfig, "name" | "buildAttribute" | "triggers">>;
}

/**
 * An image built from a Dockerfile, like `docker image build`. What would be sent is hashed at synth, the same on every
 * machine: a changed byte builds the image anew, a new date does not.
 *
 * @throws ConstructError `prop-missing`, `image-name`
 * @throws BuildContextError where there is no such folder or Dockerfile
 */
export class BuiltImage extends Construct implements ImageReference, ITerraformDependable {
  readonly name: string;
  readonly reference: string;
  readonly resource: DockerImage;

  constructor(scope: Construct, id: string, props: BuiltImageProps) {
    super(scope, id);
    const {
      name,
      context,
      dockerfile: file,
      dockerfileInline: inline,
      additionalContexts,
      bases = [],
      triggers,
      resource,
      ...build
    } = required(this, props, "name", "context");
    imageName(this, name);
    expectEngine(this);
    const sent = inline === undefined ? contextDigest({ context, dockerfile: file }) : inlineDigest(context, inline);
    const dockerfile = inline === undefined ? file : layDockerfile(this, inline);
    this.resource = new DockerImage(this, "Resource", {
      ...resource,
      dependsOn: [...bases, ...(resource?.dependsOn ?? [])],
      name,
      buildAttribute: {
        ...build,
        context: linkContext(this, context),
        dockerfile,
        additionalContexts: additionalContexts && linkedContexts(this, additionalContexts),
      },
      triggers: { ...triggers, sent },
    });
    this.name = this.resource.name;
    this.reference = withTag(name);
  }

  /** Containers are made anew when the image behind the name is another. */
  get replaces(): string[] {
    return [`${dependable(this.resource)}.image_id`];
  }

  /** The engine's id of the image, `sha256:…`. */
  get output(): string {
    return this.resource.imageId;
  }

  /** The steps of its build with their times, a line each, as the build that made it told them. */
  get steps(): string {
    return this.resource.buildSteps;
  }

  get fqn(): string {
    return this.resource.fqn;
  }
}
