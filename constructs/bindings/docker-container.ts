// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/container";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";

/** A network that it is on, in place of the default bridge. */
export interface DockerContainerNetworksAdvanced extends community.ContainerNetworksAdvanced {
  /** Link-local addresses that it has there too, as `docker run --link-local-ip` gives them. */
  readonly linkLocalIps?: string[];
  /** Its MAC address there. On engines before API 1.44 (Docker 25) the network of `network_mode` alone can have one. Default: the engine's choice. */
  readonly macAddress?: string;
  /** Options for the network's driver, `NAME=VALUE` each, as `docker network connect --driver-opt` takes them: `com.docker.network.endpoint.ifname=eth9` names the interface (Docker 28.1). */
  readonly driverOpts?: string[];
  /** Of its networks the one of the highest priority is its way out; of several of one priority, the first by name. Needs an engine of API 1.48 (Docker 28). Default: 0. */
  readonly gwPriority?: number;
  /** Other containers there that it finds by another name, `CONTAINER:ALIAS`. */
  readonly links?: string[];
}

export interface DockerContainerConfig extends community.ContainerConfig {
  /** Wait until it has ended, and take any other exit code for an error that shows the end of its log; the next apply runs it again. Needs `attach = true` or `must_run = false`. */
  readonly expectedExitCode?: number;
  /** A network that it is on, in place of the default bridge. */
  readonly networksAdvanced?: DockerContainerNetworksAdvanced[] | cdktf.IResolvable;
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
  private readonly added: Writable<Pick<DockerContainerConfig, "expectedExitCode" | "networksAdvanced" | "memoryReservation" | "pidsLimit" | "deviceCgroupRules" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerContainerConfig) {
    super(scope, id, config);
    this.added = { expectedExitCode: config.expectedExitCode, networksAdvanced: config.networksAdvanced, memoryReservation: config.memoryReservation, pidsLimit: config.pidsLimit, deviceCgroupRules: config.deviceCgroupRules, engine: config.engine };
  }

  get expectedExitCode(): number { return this.getNumberAttribute("expected_exit_code"); }
  set expectedExitCode(value: number) { this.added.expectedExitCode = value; }
  resetExpectedExitCode(): void { this.added.expectedExitCode = undefined; }
  get expectedExitCodeInput(): number | undefined { return this.added.expectedExitCode; }

  override putNetworksAdvanced(value: DockerContainerNetworksAdvanced[] | cdktf.IResolvable): void { super.putNetworksAdvanced(value); this.added.networksAdvanced = value; }
  override resetNetworksAdvanced(): void { super.resetNetworksAdvanced(); this.added.networksAdvanced = undefined; }

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
  networks_advanced: { block: "set", known: true, of: {
    link_local_ips: ["set", "string"],
    mac_address: "string",
    driver_opts: ["set", "string"],
    gw_priority: "number",
    links: ["set", "string"],
  } },
  memory_reservation: "number",
  pids_limit: "number",
  device_cgroup_rules: ["set", "string"],
  engine: "string",
};
