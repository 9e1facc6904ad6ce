// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/secret";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerSecretConfig extends Omit<community.SecretConfig, "data"> {
  /** Content, base64; empty where a `driver` has it. A secret in use cannot be replaced under one name: put a hash of the content into the name and set `create_before_destroy`. */
  readonly data?: string;
  /** Content, base64, in place of `data`: in no plan and no state. It may come from an ephemeral variable or resource. Needs Terraform or OpenTofu 1.11. */
  readonly dataWo?: string;
  /** Any number, to be another one where `data_wo` is: nothing else shows that it changed. */
  readonly dataWoVersion?: number;
  /** Plugin that has the content, in place of the swarm. */
  readonly driver?: string;
  /** Options of that plugin. */
  readonly driverOpts?: { [key: string]: string };
  /** What fills the content in when a task is given it: `golang`. Default: nothing. */
  readonly templateDriver?: string;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_secret`: A secret of a swarm. Nobody can read it back but the services that are given it. */
export class DockerSecret extends community.Secret {
  private readonly added: Writable<Pick<DockerSecretConfig, "dataWo" | "dataWoVersion" | "driver" | "driverOpts" | "templateDriver" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerSecretConfig) {
    super(scope, id, config as community.SecretConfig);
    this.added = { dataWo: config.dataWo, dataWoVersion: config.dataWoVersion, driver: config.driver, driverOpts: config.driverOpts, templateDriver: config.templateDriver, engine: config.engine };
  }

  get dataWo(): string { return this.getStringAttribute("data_wo"); }
  set dataWo(value: string) { this.added.dataWo = value; }
  resetDataWo(): void { this.added.dataWo = undefined; }
  get dataWoInput(): string | undefined { return this.added.dataWo; }

  get dataWoVersion(): number { return this.getNumberAttribute("data_wo_version"); }
  set dataWoVersion(value: number) { this.added.dataWoVersion = value; }
  resetDataWoVersion(): void { this.added.dataWoVersion = undefined; }
  get dataWoVersionInput(): number | undefined { return this.added.dataWoVersion; }

  get driver(): string { return this.getStringAttribute("driver"); }
  set driver(value: string) { this.added.driver = value; }
  resetDriver(): void { this.added.driver = undefined; }
  get driverInput(): string | undefined { return this.added.driver; }

  get driverOpts(): { [key: string]: string } { return this.getStringMapAttribute("driver_opts"); }
  set driverOpts(value: { [key: string]: string }) { this.added.driverOpts = value; }
  resetDriverOpts(): void { this.added.driverOpts = undefined; }
  get driverOptsInput(): { [key: string]: string } | undefined { return this.added.driverOpts; }

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
  data_wo: "string",
  data_wo_version: "number",
  driver: "string",
  driver_opts: ["map", "string"],
  template_driver: "string",
  engine: "string",
};
