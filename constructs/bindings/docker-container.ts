// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/container";
import * as cdktf from "cdktf";
import type { Construct } from "constructs";
import { type AttributeTypes, attributesOf, hclAttributesOf, type Writable } from "../attributes";
import { DockerContainerBlkioWeightDeviceList, DockerContainerDeviceReadBpsList, DockerContainerDeviceReadIopsList, DockerContainerDeviceRequestsList, DockerContainerDeviceWriteBpsList, DockerContainerDeviceWriteIopsList, DockerContainerPreStopList, type DockerContainerBlkioWeightDevice, type DockerContainerConfig, type DockerContainerDeviceReadBps, type DockerContainerDeviceReadIops, type DockerContainerDeviceRequests, type DockerContainerDeviceWriteBps, type DockerContainerDeviceWriteIops, type DockerContainerMounts, type DockerContainerNetworksAdvanced, type DockerContainerPorts, type DockerContainerPreStop, type DockerContainerUpload, type DockerContainerVolumes } from "./docker-container-blocks";

export type { DockerContainerConfig } from "./docker-container-blocks";

/** `docker_container`: A container: made, connected, given its files, started, and waited for as far as it says. */
export class DockerContainer extends community.Container {
  private readonly added: Writable<Pick<DockerContainerConfig, "platform" | "envWo" | "envWoVersion" | "expectedExitCode" | "preStop" | "restartTriggers" | "networksAdvanced" | "links" | "ports" | "expose" | "volumes" | "mounts" | "upload" | "uploadContentWo" | "uploadContentWoVersion" | "utsMode" | "annotations" | "isolation" | "memoryReservation" | "cpuRtPeriod" | "cpuRtRuntime" | "pidsLimit" | "memorySwappiness" | "oomKillDisable" | "oomScoreAdj" | "blkioWeight" | "blkioWeightDevice" | "deviceReadBps" | "deviceReadIops" | "deviceWriteBps" | "deviceWriteIops" | "deviceCgroupRules" | "deviceRequests" | "engine">>;

  constructor(scope: Construct, id: string, config: DockerContainerConfig) {
    super(scope, id, config);
    this.added = { platform: config.platform, envWo: config.envWo, envWoVersion: config.envWoVersion, expectedExitCode: config.expectedExitCode, preStop: config.preStop, restartTriggers: config.restartTriggers, networksAdvanced: config.networksAdvanced, links: config.links, ports: config.ports, expose: config.expose, volumes: config.volumes, mounts: config.mounts, upload: config.upload, uploadContentWo: config.uploadContentWo, uploadContentWoVersion: config.uploadContentWoVersion, utsMode: config.utsMode, annotations: config.annotations, isolation: config.isolation, memoryReservation: config.memoryReservation, cpuRtPeriod: config.cpuRtPeriod, cpuRtRuntime: config.cpuRtRuntime, pidsLimit: config.pidsLimit, memorySwappiness: config.memorySwappiness, oomKillDisable: config.oomKillDisable, oomScoreAdj: config.oomScoreAdj, blkioWeight: config.blkioWeight, blkioWeightDevice: config.blkioWeightDevice, deviceReadBps: config.deviceReadBps, deviceReadIops: config.deviceReadIops, deviceWriteBps: config.deviceWriteBps, deviceWriteIops: config.deviceWriteIops, deviceCgroupRules: config.deviceCgroupRules, deviceRequests: config.deviceRequests, engine: config.engine };
  }

  get platform(): string { return this.getStringAttribute("platform"); }
  set platform(value: string) { this.added.platform = value; }
  resetPlatform(): void { this.added.platform = undefined; }
  get platformInput(): string | undefined { return this.added.platform; }

  get envWo(): { [key: string]: string } { return this.getStringMapAttribute("env_wo"); }
  set envWo(value: { [key: string]: string }) { this.added.envWo = value; }
  resetEnvWo(): void { this.added.envWo = undefined; }
  get envWoInput(): { [key: string]: string } | undefined { return this.added.envWo; }

  get envWoVersion(): number { return this.getNumberAttribute("env_wo_version"); }
  set envWoVersion(value: number) { this.added.envWoVersion = value; }
  resetEnvWoVersion(): void { this.added.envWoVersion = undefined; }
  get envWoVersionInput(): number | undefined { return this.added.envWoVersion; }

  get expectedExitCode(): number { return this.getNumberAttribute("expected_exit_code"); }
  set expectedExitCode(value: number) { this.added.expectedExitCode = value; }
  resetExpectedExitCode(): void { this.added.expectedExitCode = undefined; }
  get expectedExitCodeInput(): number | undefined { return this.added.expectedExitCode; }

  get preStop(): DockerContainerPreStopList { return new DockerContainerPreStopList(this, "pre_stop", false); }
  putPreStop(value: DockerContainerPreStop[] | cdktf.IResolvable): void { this.added.preStop = value; }
  resetPreStop(): void { this.added.preStop = undefined; }
  get preStopInput(): DockerContainerPreStop[] | cdktf.IResolvable | undefined { return this.added.preStop; }

  get restartTriggers(): string[] { return this.getListAttribute("restart_triggers"); }
  set restartTriggers(value: string[]) { this.added.restartTriggers = value; }
  resetRestartTriggers(): void { this.added.restartTriggers = undefined; }
  get restartTriggersInput(): string[] | undefined { return this.added.restartTriggers; }

  override putNetworksAdvanced(value: DockerContainerNetworksAdvanced[] | cdktf.IResolvable): void { super.putNetworksAdvanced(value); this.added.networksAdvanced = value; }
  override resetNetworksAdvanced(): void { super.resetNetworksAdvanced(); this.added.networksAdvanced = undefined; }

  get links(): string[] { return cdktf.Fn.tolist(this.getListAttribute("links")); }
  set links(value: string[]) { this.added.links = value; }
  resetLinks(): void { this.added.links = undefined; }
  get linksInput(): string[] | undefined { return this.added.links; }

  override putPorts(value: DockerContainerPorts[] | cdktf.IResolvable): void { super.putPorts(value); this.added.ports = value; }
  override resetPorts(): void { super.resetPorts(); this.added.ports = undefined; }

  get expose(): string[] { return cdktf.Fn.tolist(this.getListAttribute("expose")); }
  set expose(value: string[]) { this.added.expose = value; }
  resetExpose(): void { this.added.expose = undefined; }
  get exposeInput(): string[] | undefined { return this.added.expose; }

  override putVolumes(value: DockerContainerVolumes[] | cdktf.IResolvable): void { super.putVolumes(value); this.added.volumes = value; }
  override resetVolumes(): void { super.resetVolumes(); this.added.volumes = undefined; }

  override putMounts(value: DockerContainerMounts[] | cdktf.IResolvable): void { super.putMounts(value); this.added.mounts = value; }
  override resetMounts(): void { super.resetMounts(); this.added.mounts = undefined; }

  override putUpload(value: DockerContainerUpload[] | cdktf.IResolvable): void { super.putUpload(value); this.added.upload = value; }
  override resetUpload(): void { super.resetUpload(); this.added.upload = undefined; }

  get uploadContentWo(): { [key: string]: string } { return this.getStringMapAttribute("upload_content_wo"); }
  set uploadContentWo(value: { [key: string]: string }) { this.added.uploadContentWo = value; }
  resetUploadContentWo(): void { this.added.uploadContentWo = undefined; }
  get uploadContentWoInput(): { [key: string]: string } | undefined { return this.added.uploadContentWo; }

  get uploadContentWoVersion(): number { return this.getNumberAttribute("upload_content_wo_version"); }
  set uploadContentWoVersion(value: number) { this.added.uploadContentWoVersion = value; }
  resetUploadContentWoVersion(): void { this.added.uploadContentWoVersion = undefined; }
  get uploadContentWoVersionInput(): number | undefined { return this.added.uploadContentWoVersion; }

  get utsMode(): string { return this.getStringAttribute("uts_mode"); }
  set utsMode(value: string) { this.added.utsMode = value; }
  resetUtsMode(): void { this.added.utsMode = undefined; }
  get utsModeInput(): string | undefined { return this.added.utsMode; }

  get annotations(): { [key: string]: string } { return this.getStringMapAttribute("annotations"); }
  set annotations(value: { [key: string]: string }) { this.added.annotations = value; }
  resetAnnotations(): void { this.added.annotations = undefined; }
  get annotationsInput(): { [key: string]: string } | undefined { return this.added.annotations; }

  get isolation(): string { return this.getStringAttribute("isolation"); }
  set isolation(value: string) { this.added.isolation = value; }
  resetIsolation(): void { this.added.isolation = undefined; }
  get isolationInput(): string | undefined { return this.added.isolation; }

  get memoryReservation(): number { return this.getNumberAttribute("memory_reservation"); }
  set memoryReservation(value: number) { this.added.memoryReservation = value; }
  resetMemoryReservation(): void { this.added.memoryReservation = undefined; }
  get memoryReservationInput(): number | undefined { return this.added.memoryReservation; }

  get cpuRtPeriod(): number { return this.getNumberAttribute("cpu_rt_period"); }
  set cpuRtPeriod(value: number) { this.added.cpuRtPeriod = value; }
  resetCpuRtPeriod(): void { this.added.cpuRtPeriod = undefined; }
  get cpuRtPeriodInput(): number | undefined { return this.added.cpuRtPeriod; }

  get cpuRtRuntime(): number { return this.getNumberAttribute("cpu_rt_runtime"); }
  set cpuRtRuntime(value: number) { this.added.cpuRtRuntime = value; }
  resetCpuRtRuntime(): void { this.added.cpuRtRuntime = undefined; }
  get cpuRtRuntimeInput(): number | undefined { return this.added.cpuRtRuntime; }

  get pidsLimit(): number { return this.getNumberAttribute("pids_limit"); }
  set pidsLimit(value: number) { this.added.pidsLimit = value; }
  resetPidsLimit(): void { this.added.pidsLimit = undefined; }
  get pidsLimitInput(): number | undefined { return this.added.pidsLimit; }

  get memorySwappiness(): number { return this.getNumberAttribute("memory_swappiness"); }
  set memorySwappiness(value: number) { this.added.memorySwappiness = value; }
  resetMemorySwappiness(): void { this.added.memorySwappiness = undefined; }
  get memorySwappinessInput(): number | undefined { return this.added.memorySwappiness; }

  get oomKillDisable(): cdktf.IResolvable { return this.getBooleanAttribute("oom_kill_disable"); }
  set oomKillDisable(value: boolean | cdktf.IResolvable) { this.added.oomKillDisable = value; }
  resetOomKillDisable(): void { this.added.oomKillDisable = undefined; }
  get oomKillDisableInput(): boolean | cdktf.IResolvable | undefined { return this.added.oomKillDisable; }

  get oomScoreAdj(): number { return this.getNumberAttribute("oom_score_adj"); }
  set oomScoreAdj(value: number) { this.added.oomScoreAdj = value; }
  resetOomScoreAdj(): void { this.added.oomScoreAdj = undefined; }
  get oomScoreAdjInput(): number | undefined { return this.added.oomScoreAdj; }

  get blkioWeight(): number { return this.getNumberAttribute("blkio_weight"); }
  set blkioWeight(value: number) { this.added.blkioWeight = value; }
  resetBlkioWeight(): void { this.added.blkioWeight = undefined; }
  get blkioWeightInput(): number | undefined { return this.added.blkioWeight; }

  get blkioWeightDevice(): DockerContainerBlkioWeightDeviceList { return new DockerContainerBlkioWeightDeviceList(this, "blkio_weight_device", true); }
  putBlkioWeightDevice(value: DockerContainerBlkioWeightDevice[] | cdktf.IResolvable): void { this.added.blkioWeightDevice = value; }
  resetBlkioWeightDevice(): void { this.added.blkioWeightDevice = undefined; }
  get blkioWeightDeviceInput(): DockerContainerBlkioWeightDevice[] | cdktf.IResolvable | undefined { return this.added.blkioWeightDevice; }

  get deviceReadBps(): DockerContainerDeviceReadBpsList { return new DockerContainerDeviceReadBpsList(this, "device_read_bps", true); }
  putDeviceReadBps(value: DockerContainerDeviceReadBps[] | cdktf.IResolvable): void { this.added.deviceReadBps = value; }
  resetDeviceReadBps(): void { this.added.deviceReadBps = undefined; }
  get deviceReadBpsInput(): DockerContainerDeviceReadBps[] | cdktf.IResolvable | undefined { return this.added.deviceReadBps; }

  get deviceReadIops(): DockerContainerDeviceReadIopsList { return new DockerContainerDeviceReadIopsList(this, "device_read_iops", true); }
  putDeviceReadIops(value: DockerContainerDeviceReadIops[] | cdktf.IResolvable): void { this.added.deviceReadIops = value; }
  resetDeviceReadIops(): void { this.added.deviceReadIops = undefined; }
  get deviceReadIopsInput(): DockerContainerDeviceReadIops[] | cdktf.IResolvable | undefined { return this.added.deviceReadIops; }

  get deviceWriteBps(): DockerContainerDeviceWriteBpsList { return new DockerContainerDeviceWriteBpsList(this, "device_write_bps", true); }
  putDeviceWriteBps(value: DockerContainerDeviceWriteBps[] | cdktf.IResolvable): void { this.added.deviceWriteBps = value; }
  resetDeviceWriteBps(): void { this.added.deviceWriteBps = undefined; }
  get deviceWriteBpsInput(): DockerContainerDeviceWriteBps[] | cdktf.IResolvable | undefined { return this.added.deviceWriteBps; }

  get deviceWriteIops(): DockerContainerDeviceWriteIopsList { return new DockerContainerDeviceWriteIopsList(this, "device_write_iops", true); }
  putDeviceWriteIops(value: DockerContainerDeviceWriteIops[] | cdktf.IResolvable): void { this.added.deviceWriteIops = value; }
  resetDeviceWriteIops(): void { this.added.deviceWriteIops = undefined; }
  get deviceWriteIopsInput(): DockerContainerDeviceWriteIops[] | cdktf.IResolvable | undefined { return this.added.deviceWriteIops; }

  get deviceCgroupRules(): string[] { return cdktf.Fn.tolist(this.getListAttribute("device_cgroup_rules")); }
  set deviceCgroupRules(value: string[]) { this.added.deviceCgroupRules = value; }
  resetDeviceCgroupRules(): void { this.added.deviceCgroupRules = undefined; }
  get deviceCgroupRulesInput(): string[] | undefined { return this.added.deviceCgroupRules; }

  get deviceRequests(): DockerContainerDeviceRequestsList { return new DockerContainerDeviceRequestsList(this, "device_requests", true); }
  putDeviceRequests(value: DockerContainerDeviceRequests[] | cdktf.IResolvable): void { this.added.deviceRequests = value; }
  resetDeviceRequests(): void { this.added.deviceRequests = undefined; }
  get deviceRequestsInput(): DockerContainerDeviceRequests[] | cdktf.IResolvable | undefined { return this.added.deviceRequests; }

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
  platform: "string",
  env_wo: ["map", "string"],
  env_wo_version: "number",
  expected_exit_code: "number",
  pre_stop: { block: "list", of: {
    command: ["list", "string"],
    user: "string",
    privileged: "bool",
    working_dir: "string",
    environment: ["map", "string"],
  } },
  restart_triggers: ["list", "string"],
  networks_advanced: { block: "set", known: true, of: {
    link_local_ips: ["set", "string"],
    mac_address: "string",
    driver_opts: ["set", "string"],
    interface_name: "string",
    gw_priority: "number",
    links: ["set", "string"],
  } },
  links: ["set", "string"],
  ports: { block: "list", known: true, of: {
    internal_to: "number",
    external_range: "string",
  } },
  expose: ["set", "string"],
  volumes: { block: "set", known: true, of: {
    selinux_relabel: "string",
  } },
  mounts: { block: "set", known: true, of: {
    bind_options: { block: "one", known: true, of: {
      create_mountpoint: "bool",
      non_recursive: "bool",
      read_only_non_recursive: "bool",
      read_only_force_recursive: "bool",
    } },
    image_options: { block: "one", of: {
      subpath: "string",
    } },
  } },
  upload: { block: "set", known: true, of: {
    owner: "string",
    group: "string",
  } },
  upload_content_wo: ["map", "string"],
  upload_content_wo_version: "number",
  uts_mode: "string",
  annotations: ["map", "string"],
  isolation: "string",
  memory_reservation: "number",
  cpu_rt_period: "number",
  cpu_rt_runtime: "number",
  pids_limit: "number",
  memory_swappiness: "number",
  oom_kill_disable: "bool",
  oom_score_adj: "number",
  blkio_weight: "number",
  blkio_weight_device: { block: "set", of: {
    path: "string",
    weight: "number",
  } },
  device_read_bps: { block: "set", of: {
    path: "string",
    rate: "number",
  } },
  device_read_iops: { block: "set", of: {
    path: "string",
    rate: "number",
  } },
  device_write_bps: { block: "set", of: {
    path: "string",
    rate: "number",
  } },
  device_write_iops: { block: "set", of: {
    path: "string",
    rate: "number",
  } },
  device_cgroup_rules: ["set", "string"],
  device_requests: { block: "set", of: {
    driver: "string",
    count: "number",
    device_ids: ["set", "string"],
    capabilities: ["set", "string"],
    options: ["map", "string"],
  } },
  engine: "string",
};
