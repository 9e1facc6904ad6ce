// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/network";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerNetworkConfig extends community.NetworkConfig {
  /** IPv4 addresses. Needs an engine of API 1.48 (Docker 28) to do without. Default: true. */
  readonly ipv4?: boolean | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_network`: A network that containers and services join. */
export class DockerNetwork extends community.Network {
  private readonly added: Writable<Pick<DockerNetworkConfig, "ipv4" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerNetworkConfig) {
    super(scope, id, config);
    this.added = { ipv4: config.ipv4, engine: config.engine };
  }

  get ipv4(): cdktf.IResolvable { return this.getBooleanAttribute("ipv4"); }
  set ipv4(value: boolean | cdktf.IResolvable) { this.added.ipv4 = value; }
  resetIpv4(): void { this.added.ipv4 = undefined; }
  get ipv4Input(): boolean | cdktf.IResolvable | undefined { return this.added.ipv4; }

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
  ipv4: "bool",
  engine: "string",
};
