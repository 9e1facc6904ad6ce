// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/registry-image";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerRegistryImageConfig extends community.RegistryImageConfig {
  /** Ask the registry through the engine (`GET /distribution`), where the engine alone reaches it: one on a network of containers, for instance. Where it does not answer, it is taken to have lost what was pushed. Such a registry is only ever added to: destroying the resource leaves the image in it. @default false */
  readonly throughEngine?: boolean | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_registry_image`: An image in a registry, pushed from the engine like `docker image push`. */
export class DockerRegistryImage extends community.RegistryImage {
  private readonly added: Writable<Pick<DockerRegistryImageConfig, "throughEngine" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerRegistryImageConfig) {
    super(scope, id, config);
    this.added = { throughEngine: config.throughEngine, engine: config.engine };
  }

  get throughEngine(): cdktf.IResolvable { return this.getBooleanAttribute("through_engine"); }
  set throughEngine(value: boolean | cdktf.IResolvable) { this.added.throughEngine = value; }
  resetThroughEngine(): void { this.added.throughEngine = undefined; }
  get throughEngineInput(): boolean | cdktf.IResolvable | undefined { return this.added.throughEngine; }

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
  through_engine: "bool",
  engine: "string",
};
