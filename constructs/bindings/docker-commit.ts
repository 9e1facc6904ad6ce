// Written by `npm run bindings` from the provider's schema: change it there.

import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerCommitConfig extends cdktf.TerraformMetaArguments {
  /** Name or id of the container whose files are taken. An id makes another image of a container that took its place. */
  readonly container: string;
  /** Name of the image, `NAME[:TAG]`. Default: none, which `docker image ls` shows as `<none>`. */
  readonly name?: string;
  /** Who made it, `Jane <jane@example.com>`. */
  readonly author?: string;
  /** What was done, shown as comment in its history. */
  readonly message?: string;
  /** Dockerfile instructions for its configuration, `CMD ["figlet"]` for instance: of CMD, ENTRYPOINT, ENV, EXPOSE, LABEL, ONBUILD, USER, VOLUME and WORKDIR. */
  readonly changes?: string[];
  /** Pause a running container while its files are taken. @default true */
  readonly pause?: boolean | cdktf.IResolvable;
  /** Any values whose change makes the image anew. */
  readonly triggers?: { [key: string]: string };
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_commit`: An image made of a container's files, like `docker container commit`. */
export class DockerCommit extends cdktf.TerraformResource {
  static readonly tfResourceType = "docker_commit";

  private readonly given: Writable<DockerCommitConfig>;

  constructor(scope: Construct, id: string, config: DockerCommitConfig) {
    super(scope, id, {
      terraformResourceType: "docker_commit",
      terraformGeneratorMetadata: { providerName: "docker" },
      provider: config.provider,
      dependsOn: config.dependsOn,
      count: config.count,
      lifecycle: config.lifecycle,
      provisioners: config.provisioners,
      connection: config.connection,
      forEach: config.forEach,
    });
    this.given = { ...config };
  }

  get container(): string { return this.getStringAttribute("container"); }
  set container(value: string) { this.given.container = value; }
  get containerInput(): string | undefined { return this.given.container; }

  get name(): string { return this.getStringAttribute("name"); }
  set name(value: string) { this.given.name = value; }
  resetName(): void { this.given.name = undefined; }
  get nameInput(): string | undefined { return this.given.name; }

  get author(): string { return this.getStringAttribute("author"); }
  set author(value: string) { this.given.author = value; }
  resetAuthor(): void { this.given.author = undefined; }
  get authorInput(): string | undefined { return this.given.author; }

  get message(): string { return this.getStringAttribute("message"); }
  set message(value: string) { this.given.message = value; }
  resetMessage(): void { this.given.message = undefined; }
  get messageInput(): string | undefined { return this.given.message; }

  get changes(): string[] { return this.getListAttribute("changes"); }
  set changes(value: string[]) { this.given.changes = value; }
  resetChanges(): void { this.given.changes = undefined; }
  get changesInput(): string[] | undefined { return this.given.changes; }

  get pause(): cdktf.IResolvable { return this.getBooleanAttribute("pause"); }
  set pause(value: boolean | cdktf.IResolvable) { this.given.pause = value; }
  resetPause(): void { this.given.pause = undefined; }
  get pauseInput(): boolean | cdktf.IResolvable | undefined { return this.given.pause; }

  get triggers(): { [key: string]: string } { return this.getStringMapAttribute("triggers"); }
  set triggers(value: { [key: string]: string }) { this.given.triggers = value; }
  resetTriggers(): void { this.given.triggers = undefined; }
  get triggersInput(): { [key: string]: string } | undefined { return this.given.triggers; }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.given.engine = value; }
  resetEngine(): void { this.given.engine = undefined; }
  get engineInput(): string | undefined { return this.given.engine; }

  /** The engine's id of the image. */
  get id(): string { return this.getStringAttribute("id"); }

  /** The same, under the name that `docker_image` has for it. */
  get imageId(): string { return this.getStringAttribute("image_id"); }

  /** The image as `docker image ls` showed it when it was made: without a name, as `<none>`. */
  get table(): string { return this.getStringAttribute("table"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.given);
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.given);
  }
}

const attributes: AttributeTypes = {
  container: "string",
  name: "string",
  author: "string",
  message: "string",
  changes: ["list", "string"],
  pause: "bool",
  triggers: ["map", "string"],
  engine: "string",
};
