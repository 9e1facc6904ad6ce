// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/secret";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerSecretConfig extends community.SecretConfig {
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
  private readonly added: Writable<Pick<DockerSecretConfig, "driver" | "driverOpts" | "templateDriver" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerSecretConfig) {
    super(scope, id, config);
    this.added = { driver: config.driver, driverOpts: config.driverOpts, templateDriver: config.templateDriver, engine: config.engine };
  }

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
  driver: "string",
  driver_opts: ["map", "string"],
  template_driver: "string",
  engine: "string",
};
