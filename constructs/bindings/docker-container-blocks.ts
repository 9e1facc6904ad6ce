// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/container";
import * as cdktf from "cdktf";

/** A command that runs in the container before it is stopped: destroyed, replaced, or restarted for its `restart_triggers`. They run in their order, in a container that runs; one that fails is an error, and the container stays. A change is made in place. */
export interface DockerContainerPreStop {
  /** Command and arguments. No shell is involved. */
  readonly command: string[];
  /** `user[:group]`, names or ids. Default: the container's. */
  readonly user?: string;
  /** Run it with every capability. Default: false. */
  readonly privileged?: boolean | cdktf.IResolvable;
  /** Folder that it runs in. Default: the container's. */
  readonly workingDir?: string;
  /** Environment variables beside the container's own. Default: none. */
  readonly environment?: { [key: string]: string };
}

/** A network that it is on, in place of the default bridge. */
export interface DockerContainerNetworksAdvanced extends community.ContainerNetworksAdvanced {
  /** Link-local addresses that it has there too, as `docker run --link-local-ip` gives them. */
  readonly linkLocalIps?: string[];
  /** Its MAC address there. On engines before API 1.44 (Docker 25) the network of `network_mode` alone can have one. Default: the engine's choice. */
  readonly macAddress?: string;
  /** Options for the network's driver, `NAME=VALUE` each, as `docker network connect --driver-opt` takes them. */
  readonly driverOpts?: string[];
  /** Name of its network interface there. Needs an engine of API 1.49 (Docker 28.1). Default: `eth0` and so on. */
  readonly interfaceName?: string;
  /** Of its networks the one of the highest priority is its way out; of several of one priority, the first by name. Needs an engine of API 1.48 (Docker 28). Default: 0. */
  readonly gwPriority?: number;
  /** Other containers there that it finds by another name, `CONTAINER:ALIAS`. */
  readonly links?: string[];
}

/** A port that can be reached from outside. Their order has no meaning. */
export interface DockerContainerPorts extends community.ContainerPorts {
  /** The last of several ports in the container that begin with `internal`, each opened as far from `external` on the host. */
  readonly internalTo?: number;
  /** Ports of the host, `8000-8010`, of which the engine takes one that is free; `external` tells which. */
  readonly externalRange?: string;
}

/** A volume or folder of the host in the container. */
export interface DockerContainerVolumes extends community.ContainerVolumes {
  /** Have SELinux let containers in: `z` any of them, `Z` this one alone. What it has on the host is labelled anew. */
  readonly selinuxRelabel?: string;
}

/** More about a mount of type `bind`. */
export interface DockerContainerMountsBindOptions extends community.ContainerMountsBindOptions {
  /** Make a source that does not exist, as a folder of root's. Needs an engine of API 1.42 (Docker 23). */
  readonly createMountpoint?: boolean | cdktf.IResolvable;
  /** Leave out what is mounted under the source. */
  readonly nonRecursive?: boolean | cdktf.IResolvable;
  /** With `read_only`, what is mounted under the source can be written to. Needs an engine of API 1.44 (Docker 25); before it, it always can. */
  readonly readOnlyNonRecursive?: boolean | cdktf.IResolvable;
  /** With `read_only` and the propagation `rprivate`, an error where what is mounted under the source could be written to. Needs an engine of API 1.44 (Docker 25). */
  readonly readOnlyForceRecursive?: boolean | cdktf.IResolvable;
}

/** More about a mount of type `image`. */
export interface DockerContainerMountsImageOptions {
  /** Folder in the image that is mounted in place of all of it. */
  readonly subpath?: string;
}

/** A volume, a folder of the host or a folder in memory in the container. */
export interface DockerContainerMounts extends community.ContainerMounts {
  /** More about a mount of type `bind`. */
  readonly bindOptions?: DockerContainerMountsBindOptions;
  /** More about a mount of type `image`. */
  readonly imageOptions?: DockerContainerMountsImageOptions;
}

/** A file that the container is given before it starts. Exactly one of `content`, `content_base64` and `source` has its content, or `upload_content_wo`. */
export interface DockerContainerUpload extends community.ContainerUpload {
  /** Id of the user that it belongs to. Default: `0`, root. */
  readonly owner?: string;
  /** Id of the group that it belongs to. Default: `0`, root. */
  readonly group?: string;
}

/** Weight on one disk, in place of `blkio_weight`. */
export interface DockerContainerBlkioWeightDevice {
  /** Path of the disk on the engine's host, `/dev/sda`. */
  readonly path: string;
  /** Weight there, 10 to 1000. */
  readonly weight: number;
}

/** How fast it may read from a disk, in bytes. */
export interface DockerContainerDeviceReadBps {
  /** Path of the disk on the engine's host, `/dev/sda`. */
  readonly path: string;
  /** The most, in bytes a second. */
  readonly rate: number;
}

/** How fast it may read from a disk, in operations. */
export interface DockerContainerDeviceReadIops {
  /** Path of the disk on the engine's host, `/dev/sda`. */
  readonly path: string;
  /** The most, in operations a second. */
  readonly rate: number;
}

/** How fast it may write to a disk, in bytes. */
export interface DockerContainerDeviceWriteBps {
  /** Path of the disk on the engine's host, `/dev/sda`. */
  readonly path: string;
  /** The most, in bytes a second. */
  readonly rate: number;
}

/** How fast it may write to a disk, in operations. */
export interface DockerContainerDeviceWriteIops {
  /** Path of the disk on the engine's host, `/dev/sda`. */
  readonly path: string;
  /** The most, in operations a second. */
  readonly rate: number;
}

/** Devices that a driver of the engine finds; `gpus` is short for one of GPUs. */
export interface DockerContainerDeviceRequests {
  /** Driver of the engine that has the devices: `cdi`, `nvidia`. Default: one that has the `capabilities`. */
  readonly driver?: string;
  /** How many, in place of `device_ids`; -1 for all. */
  readonly count?: number;
  /** Which, by the driver's ids: `nvidia.com/gpu=all` of `cdi`, `0` of `nvidia`. */
  readonly deviceIds?: string[];
  /** What they all can: `gpu`, `compute`, `utility`. */
  readonly capabilities?: string[];
  /** Options of the driver. */
  readonly options?: { [key: string]: string };
}

export interface DockerContainerConfig extends community.ContainerConfig {
  /** Platform that the image is taken for, `linux/arm64`; one that the engine does not have of it is pulled. Needs an engine of API 1.41 (Docker 20.10). Default: the engine's own. */
  readonly platform?: string;
  /** More environment variables, value by name, in no plan and no state: they may come from ephemeral variables and resources. Who may inspect the container sees them. Needs Terraform or OpenTofu 1.11. */
  readonly envWo?: { [key: string]: string };
  /** Any number, to be another one where `env_wo` is: nothing else shows that it changed. */
  readonly envWoVersion?: number;
  /** Wait until it has ended, and take any other exit code for an error that shows the end of its log; the next apply runs it again. With `must_run` its end is not waited for: it runs, or ended with this within a second of its start. */
  readonly expectedExitCode?: number;
  /** A command that runs in the container before it is stopped: destroyed, replaced, or restarted for its `restart_triggers`. They run in their order, in a container that runs; one that fails is an error, and the container stays. A change is made in place. */
  readonly preStop?: DockerContainerPreStop[] | cdktf.IResolvable;
  /** Any values whose change stops the container and starts it again, in place: ids of containers that it holds connections to, for instance. Where there were none, what was made since it started counts alone: an id of such a container starts it again, other values start nothing. */
  readonly restartTriggers?: string[];
  /** A network that it is on, in place of the default bridge. */
  readonly networksAdvanced?: DockerContainerNetworksAdvanced[] | cdktf.IResolvable;
  /** Other containers that it finds by name on the default bridge, `CONTAINER` or `CONTAINER:ALIAS`; they have to run first. On other networks every container is found, and `networks_advanced.links` gives it another name. */
  readonly links?: string[];
  /** A port that can be reached from outside. Their order has no meaning. */
  readonly ports?: DockerContainerPorts[] | cdktf.IResolvable;
  /** Ports that it is said to listen on, `80` or `53/udp`, which opens none. Those of the image and of `ports` are so anyway. */
  readonly expose?: string[];
  /** A volume or folder of the host in the container. */
  readonly volumes?: DockerContainerVolumes[] | cdktf.IResolvable;
  /** A volume, a folder of the host or a folder in memory in the container. */
  readonly mounts?: DockerContainerMounts[] | cdktf.IResolvable;
  /** A file that the container is given before it starts. Exactly one of `content`, `content_base64` and `source` has its content, or `upload_content_wo`. */
  readonly upload?: DockerContainerUpload[] | cdktf.IResolvable;
  /** Contents of files that the container is given before it starts, as text by path, in no plan and no state: they may come from ephemeral variables and resources. Mode and owner are those of the `upload` of that `file`, where there is one, without a content of its own. Needs Terraform or OpenTofu 1.11. */
  readonly uploadContentWo?: { [key: string]: string };
  /** Any number, to be another one where `upload_content_wo` is: nothing else shows that it changed. */
  readonly uploadContentWoVersion?: number;
  /** `host` for the host's own host name and domain. */
  readonly utsMode?: string;
  /** What the OCI runtime is told of it, by name. Needs an engine of API 1.43 (Docker 24). */
  readonly annotations?: { [key: string]: string };
  /** How it is kept apart on Windows, `process` or `hyperv`; elsewhere `default` alone. */
  readonly isolation?: string;
  /** Memory in MiB that it is pressed down to where the machine runs short. A change is made in place; taking the limit away replaces the container. */
  readonly memoryReservation?: number;
  /** Length in microseconds of the period that `cpu_rt_runtime` is of. Needs a kernel with groups of real-time tasks, and cgroups of version 1. */
  readonly cpuRtPeriod?: number;
  /** CPU time in microseconds that its real-time tasks may use in each `cpu_rt_period`; dockerd's `--cpu-rt-runtime` is what all containers have together. */
  readonly cpuRtRuntime?: number;
  /** How many processes it may have; 0 or -1 for any number. A change is made in place. */
  readonly pidsLimit?: number;
  /** How readily its memory is put into swap, from 0, where it is not, to 100. The engine leaves it out, with a warning, where the machine has cgroups of version 2. Default: the machine's own. */
  readonly memorySwappiness?: number;
  /** Its processes wait, in place of being killed, when they have used up its `memory`, without which the whole machine may come to stand. The engine leaves it out, with a warning, where the machine has cgroups of version 2. */
  readonly oomKillDisable?: boolean | cdktf.IResolvable;
  /** How readily its processes are killed where the machine runs out of memory: from -1000, which is never, to 1000. */
  readonly oomScoreAdj?: number;
  /** Weight against other containers where they share a disk, 10 to 1000; 0 for none. The engine leaves it out, with a warning, where the kernel has no such weights. */
  readonly blkioWeight?: number;
  /** Weight on one disk, in place of `blkio_weight`. */
  readonly blkioWeightDevice?: DockerContainerBlkioWeightDevice[] | cdktf.IResolvable;
  /** How fast it may read from a disk, in bytes. */
  readonly deviceReadBps?: DockerContainerDeviceReadBps[] | cdktf.IResolvable;
  /** How fast it may read from a disk, in operations. */
  readonly deviceReadIops?: DockerContainerDeviceReadIops[] | cdktf.IResolvable;
  /** How fast it may write to a disk, in bytes. */
  readonly deviceWriteBps?: DockerContainerDeviceWriteBps[] | cdktf.IResolvable;
  /** How fast it may write to a disk, in operations. */
  readonly deviceWriteIops?: DockerContainerDeviceWriteIops[] | cdktf.IResolvable;
  /** What the container may do with devices that come later, as `docker run --device-cgroup-rule` takes it: `c 13:* rwm`. */
  readonly deviceCgroupRules?: string[];
  /** Devices that a driver of the engine finds; `gpus` is short for one of GPUs. */
  readonly deviceRequests?: DockerContainerDeviceRequests[] | cdktf.IResolvable;
  /** URL of the engine: `unix://PATH`, `tcp://HOST:PORT`, `ssh://USER@HOST`, or `container://NAME[,NAME…]` for the engine inside a container (of several the first that answers). Default: the provider's `host`. Another engine replaces the object; a list of containers that shares a name with the one before is the same cluster. */
  readonly engine?: string;
}

/** A command that runs in the container before it is stopped: destroyed, replaced, or restarted for its `restart_triggers`. They run in their order, in a container that runs; one that fails is an error, and the container stays. A change is made in place. */
export class DockerContainerPreStopOutputReference extends cdktf.ComplexObject {
  get command(): string[] { return this.getListAttribute("command"); }
  get user(): string { return this.getStringAttribute("user"); }
  get privileged(): cdktf.IResolvable { return this.getBooleanAttribute("privileged"); }
  get workingDir(): string { return this.getStringAttribute("working_dir"); }
  get environment(): { [key: string]: string } { return this.getStringMapAttribute("environment"); }
}

export class DockerContainerPreStopList extends cdktf.ComplexList {
  get(index: number): DockerContainerPreStopOutputReference {
    return new DockerContainerPreStopOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** Weight on one disk, in place of `blkio_weight`. */
export class DockerContainerBlkioWeightDeviceOutputReference extends cdktf.ComplexObject {
  get path(): string { return this.getStringAttribute("path"); }
  get weight(): number { return this.getNumberAttribute("weight"); }
}

export class DockerContainerBlkioWeightDeviceList extends cdktf.ComplexList {
  get(index: number): DockerContainerBlkioWeightDeviceOutputReference {
    return new DockerContainerBlkioWeightDeviceOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** How fast it may read from a disk, in bytes. */
export class DockerContainerDeviceReadBpsOutputReference extends cdktf.ComplexObject {
  get path(): string { return this.getStringAttribute("path"); }
  get rate(): number { return this.getNumberAttribute("rate"); }
}

export class DockerContainerDeviceReadBpsList extends cdktf.ComplexList {
  get(index: number): DockerContainerDeviceReadBpsOutputReference {
    return new DockerContainerDeviceReadBpsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** How fast it may read from a disk, in operations. */
export class DockerContainerDeviceReadIopsOutputReference extends cdktf.ComplexObject {
  get path(): string { return this.getStringAttribute("path"); }
  get rate(): number { return this.getNumberAttribute("rate"); }
}

export class DockerContainerDeviceReadIopsList extends cdktf.ComplexList {
  get(index: number): DockerContainerDeviceReadIopsOutputReference {
    return new DockerContainerDeviceReadIopsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** How fast it may write to a disk, in bytes. */
export class DockerContainerDeviceWriteBpsOutputReference extends cdktf.ComplexObject {
  get path(): string { return this.getStringAttribute("path"); }
  get rate(): number { return this.getNumberAttribute("rate"); }
}

export class DockerContainerDeviceWriteBpsList extends cdktf.ComplexList {
  get(index: number): DockerContainerDeviceWriteBpsOutputReference {
    return new DockerContainerDeviceWriteBpsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** How fast it may write to a disk, in operations. */
export class DockerContainerDeviceWriteIopsOutputReference extends cdktf.ComplexObject {
  get path(): string { return this.getStringAttribute("path"); }
  get rate(): number { return this.getNumberAttribute("rate"); }
}

export class DockerContainerDeviceWriteIopsList extends cdktf.ComplexList {
  get(index: number): DockerContainerDeviceWriteIopsOutputReference {
    return new DockerContainerDeviceWriteIopsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}

/** Devices that a driver of the engine finds; `gpus` is short for one of GPUs. */
export class DockerContainerDeviceRequestsOutputReference extends cdktf.ComplexObject {
  get driver(): string { return this.getStringAttribute("driver"); }
  get count(): number { return this.getNumberAttribute("count"); }
  get deviceIds(): string[] { return cdktf.Fn.tolist(this.getListAttribute("device_ids")); }
  get capabilities(): string[] { return cdktf.Fn.tolist(this.getListAttribute("capabilities")); }
  get options(): { [key: string]: string } { return this.getStringMapAttribute("options"); }
}

export class DockerContainerDeviceRequestsList extends cdktf.ComplexList {
  get(index: number): DockerContainerDeviceRequestsOutputReference {
    return new DockerContainerDeviceRequestsOutputReference(this.terraformResource, this.terraformAttribute, this.wrapsSet, index);
  }
}
