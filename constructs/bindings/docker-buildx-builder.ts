// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/buildx-builder";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerBuildxBuilderConfig extends community.BuildxBuilderConfig {
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_buildx_builder`: Not carried: builds go through the engine's own BuildKit, which needs no builder. One that a configuration has is an error that says what to write in its place; one that a state has is let go of, and stays. */
export class DockerBuildxBuilder extends community.BuildxBuilder {
  private readonly added: Writable<Pick<DockerBuildxBuilderConfig, "engine">>;

  constructor(scope: Construct, id: string, config: DockerBuildxBuilderConfig = {}) {
    super(scope, id, config);
    this.added = { engine: config.engine };
  }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

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
