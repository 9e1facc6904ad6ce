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

export interface DockerConfigConfig extends Omit<community.ConfigConfig, "data"> {
  /** Content, base64. A config in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`. */
  readonly data?: string;
  /** Content, a text as it is, in place of `data`. From one to the other, with the same content, replaces nothing. */
  readonly dataRaw?: string;
  /** Content, base64, in place of `data`: in no plan and no state. It may come from an ephemeral variable or resource. Needs Terraform or OpenTofu 1.11. */
  readonly dataWo?: string;
  /** Any number, to be another one where `data_wo` is: nothing else shows that it changed. */
  readonly dataWoVersion?: number;
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
  private readonly added: Writable<Pick<DockerConfigConfig, "dataRaw" | "dataWo" | "dataWoVersion" | "labels" | "templateDriver" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerConfigConfig) {
    super(scope, id, config as community.ConfigConfig);
    this.added = { dataRaw: config.dataRaw, dataWo: config.dataWo, dataWoVersion: config.dataWoVersion, labels: config.labels, templateDriver: config.templateDriver, engine: config.engine };
  }

  get dataRaw(): string { return this.getStringAttribute("data_raw"); }
  set dataRaw(value: string) { this.added.dataRaw = value; }
  resetDataRaw(): void { this.added.dataRaw = undefined; }
  get dataRawInput(): string | undefined { return this.added.dataRaw; }

  get dataWo(): string { return this.getStringAttribute("data_wo"); }
  set dataWo(value: string) { this.added.dataWo = value; }
  resetDataWo(): void { this.added.dataWo = undefined; }
  get dataWoInput(): string | undefined { return this.added.dataWo; }

  get dataWoVersion(): number { return this.getNumberAttribute("data_wo_version"); }
  set dataWoVersion(value: number) { this.added.dataWoVersion = value; }
  resetDataWoVersion(): void { this.added.dataWoVersion = undefined; }
  get dataWoVersionInput(): number | undefined { return this.added.dataWoVersion; }

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
  data_raw: "string",
  data_wo: "string",
  data_wo_version: "number",
  labels: { block: "set", of: {
    label: "string",
    value: "string",
  } },
  template_driver: "string",
  engine: "string",
};
