// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/container";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

export interface DockerContainerConfig extends community.ContainerConfig {
  /** Wait until it has ended, and take any other exit code for an error that shows the end of its log; the next apply runs it again. Needs `attach = true` or `must_run = false`. */
  readonly expectedExitCode?: number;
  /** Memory in MiB that it is pressed down to where the machine runs short. A change is made in place; taking the limit away replaces the container. */
  readonly memoryReservation?: number;
  /** How many processes it may have; 0 or -1 for any number. A change is made in place. */
  readonly pidsLimit?: number;
  /** What the container may do with devices that come later, as `docker run --device-cgroup-rule` takes it: `c 13:* rwm`. */
  readonly deviceCgroupRules?: string[];
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** `docker_container`: A container: made, connected, given its files, started, and waited for as far as it says. */
export class DockerContainer extends community.Container {
  private readonly added: Writable<Pick<DockerContainerConfig, "expectedExitCode" | "memoryReservation" | "pidsLimit" | "deviceCgroupRules" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerContainerConfig) {
    super(scope, id, config);
    this.added = { expectedExitCode: config.expectedExitCode, memoryReservation: config.memoryReservation, pidsLimit: config.pidsLimit, deviceCgroupRules: config.deviceCgroupRules, engine: config.engine };
  }

  get expectedExitCode(): number { return this.getNumberAttribute("expected_exit_code"); }
  set expectedExitCode(value: number) { this.added.expectedExitCode = value; }
  resetExpectedExitCode(): void { this.added.expectedExitCode = undefined; }
  get expectedExitCodeInput(): number | undefined { return this.added.expectedExitCode; }

  get memoryReservation(): number { return this.getNumberAttribute("memory_reservation"); }
  set memoryReservation(value: number) { this.added.memoryReservation = value; }
  resetMemoryReservation(): void { this.added.memoryReservation = undefined; }
  get memoryReservationInput(): number | undefined { return this.added.memoryReservation; }

  get pidsLimit(): number { return this.getNumberAttribute("pids_limit"); }
  set pidsLimit(value: number) { this.added.pidsLimit = value; }
  resetPidsLimit(): void { this.added.pidsLimit = undefined; }
  get pidsLimitInput(): number | undefined { return this.added.pidsLimit; }

  get deviceCgroupRules(): string[] { return cdktf.Fn.tolist(this.getListAttribute("device_cgroup_rules")); }
  set deviceCgroupRules(value: string[]) { this.added.deviceCgroupRules = value; }
  resetDeviceCgroupRules(): void { this.added.deviceCgroupRules = undefined; }
  get deviceCgroupRulesInput(): string[] | undefined { return this.added.deviceCgroupRules; }

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
  expected_exit_code: "number",
  memory_reservation: "number",
  pids_limit: "number",
  device_cgroup_rules: ["set", "string"],
  engine: "string",
};
