// Written by `npm run bindings` from the provider's schema: change it there.

import * as community from "@cdktf/provider-docker/lib/container";
import * as cdktf from "cdktf";

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

/** A file that the container is given before it starts. Exactly one of `content`, `content_base64` and `source` has its content. */
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
