// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/tag";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerTagConfig extends community.TagConfig {
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_tag`: A name for an image that is on the engine, like `docker image tag`. Where another image has the name, the plan warns of it, and destroying the resource gives the name back to it. */
export class DockerTag extends community.Tag {
  private readonly added: Writable<Pick<DockerTagConfig, "engine">>;

  constructor(scope: Construct, id: string, config: DockerTagConfig) {
    super(scope, id, config);
    this.added = { engine: config.engine };
  }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

  /** Whether this resource gave the name. Only then does destroying the resource take it away; one that was there before stays. */
  get tagged(): cdktf.IResolvable { return this.getBooleanAttribute("tagged"); }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return attributesOf(attributes, this.added, super.synthesizeAttributes());
  }

  protected override synthesizeHclAttributes(): { [name: string]: unknown } {
    return hclAttributesOf(attributes, this.added, super.synthesizeHclAttributes());
  }
}

const attributes: AttributeTypes = {
  engine: "string",
};
