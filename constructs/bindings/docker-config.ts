// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/config";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** Label of the config; the community provider has none. A change is made in place. */
export interface DockerConfigLabels {
  /** Key. */
  readonly label: string;
  /** Value. */
  readonly value: string;
}

export interface DockerConfigConfig extends community.ConfigConfig {
  /** Label of the config; the community provider has none. A change is made in place. */
  readonly labels?: DockerConfigLabels[] | cdktf.IResolvable;
  /** What fills the content in when a task is given it: `golang`. Default: nothing. */
  readonly templateDriver?: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** Label of the config; the community provider has none. A change is made in place. */
export class DockerConfigLabelsOutputReference extends cdktf.ComplexObject {
  get label(): string { return this.getStringAttribute("label"); }
  get value(): string { return this.getStringAttribute("value"); }
}

export class DockerConfigLabelsList extends cdktf.ComplexList {
  get(index: number): DockerConfigLabelsOutputReference {
    return new DockerConfigLabelsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** `docker_config`: A config of a swarm: a file that services are given. */
export class DockerConfig extends community.Config {
  private readonly added: Writable<Pick<DockerConfigConfig, "labels" | "templateDriver" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerConfigConfig) {
    super(scope, id, config);
    this.added = { labels: config.labels, templateDriver: config.templateDriver, engine: config.engine };
  }

  get labels(): DockerConfigLabelsList { return new DockerConfigLabelsList(this, "labels", true); }
  putLabels(value: DockerConfigLabels[] | cdktf.IResolvable): void { this.added.labels = value; }
  resetLabels(): void { this.added.labels = undefined; }
  get labelsInput(): DockerConfigLabels[] | cdktf.IResolvable | undefined { return this.added.labels; }

  get templateDriver(): string { return this.getStringAttribute("template_driver"); }
  set templateDriver(value: string) { this.added.templateDriver = value; }
  resetTemplateDriver(): void { this.added.templateDriver = undefined; }
  get templateDriverInput(): string | undefined { return this.added.templateDriver; }

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
  labels: { block: "set", of: {
    label: "string",
    value: "string",
  } },
  template_driver: "string",
  engine: "string",
};
