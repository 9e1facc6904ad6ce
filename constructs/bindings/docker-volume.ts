// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/volume";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerVolumeConfig extends community.VolumeConfig {
  /** Leave the volume on the engine when the resource is destroyed, and take one up again that was left so: of the name, the driver, its options and the labels that are asked for. A change is made in place. Default: it is removed with its data. */
  readonly keepOnDestroy?: boolean | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_volume`: A volume: files that outlive the containers that mount it. One that somebody made in its place reads as gone and is never removed. A volume that was imported, or taken over from another provider, is known by its time of creation, which lasts from Docker 23.0 on: an older engine's is left, with a warning, when the resource is destroyed. */
export class DockerVolume extends community.Volume {
  private readonly added: Writable<Pick<DockerVolumeConfig, "keepOnDestroy" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerVolumeConfig = {}) {
    super(scope, id, config);
    this.added = { keepOnDestroy: config.keepOnDestroy, engine: config.engine };
  }

  get keepOnDestroy(): cdktf.IResolvable { return this.getBooleanAttribute("keep_on_destroy"); }
  set keepOnDestroy(value: boolean | cdktf.IResolvable) { this.added.keepOnDestroy = value; }
  resetKeepOnDestroy(): void { this.added.keepOnDestroy = undefined; }
  get keepOnDestroyInput(): boolean | cdktf.IResolvable | undefined { return this.added.keepOnDestroy; }

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
  keep_on_destroy: "bool",
  engine: "string",
};
