// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/data-docker-network";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DataDockerNetworkConfig extends community.DataDockerNetworkConfig {
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. */
  readonly engine?: string;
}

/** The containers that are connected to it and run, with their addresses in it; of a swarm's network those on this engine. */
export class DataDockerNetworkContainersOutputReference extends cdktf.ComplexObject {
  get containerId(): string { return this.getStringAttribute("container_id"); }
  get name(): string { return this.getStringAttribute("name"); }
  get endpointId(): string { return this.getStringAttribute("endpoint_id"); }
  get macAddress(): string { return this.getStringAttribute("mac_address"); }
  get ipv4Address(): string { return this.getStringAttribute("ipv4_address"); }
  get ipv6Address(): string { return this.getStringAttribute("ipv6_address"); }
}

export class DataDockerNetworkContainersList extends cdktf.ComplexList {
  get(index: number): DataDockerNetworkContainersOutputReference {
    return new DataDockerNetworkContainersOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_network`: A network that exists already. */
export class DataDockerNetwork extends community.DataDockerNetwork {
  private readonly added: Writable<Pick<DataDockerNetworkConfig, "engine">>;

  constructor(scope: Construct, id: string, config: DataDockerNetworkConfig) {
    super(scope, id, config);
    this.added = { engine: config.engine };
  }

  get engine(): string { return this.getStringAttribute("engine"); }
  set engine(value: string) { this.added.engine = value; }
  resetEngine(): void { this.added.engine = undefined; }
  get engineInput(): string | undefined { return this.added.engine; }

  /** The containers that are connected to it and run, with their addresses in it; of a swarm's network those on this engine. */
  get containers(): DataDockerNetworkContainersList { return new DataDockerNetworkContainersList(this, "containers", true); }

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
