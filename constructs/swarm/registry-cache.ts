import { Construct } from "constructs";
import { type Labels, toLabelBlocks } from "../../formats/labels";
import type { DockerNetwork } from "../bindings/docker-network";
import { DockerVolume } from "../bindings/docker-volume";
import { HubImage } from "../image/hub-image";
import type { ImageReference } from "../image/image-reference";
import { registryContainer } from "./registry-container";

/** Docker Hub's own registry, as an image. */
export const registryImage = "registry:2";

/** Where the nodes of a cluster get Docker Hub's images. */
export interface ClusterRegistry {
  /**
   * Registry whose images are fetched when a node first asks for them, and kept: each crosses the outer network once.
   * @default "https://registry-1.docker.io"
   */
  readonly upstream?: string;
  /** A volume that holds a registry's images: they are served from there, read-only, and nothing is fetched. @default - none */
  readonly volume?: string;
  /** Image of the registry. @default - Docker Hub's `registry:2` */
  readonly image?: ImageReference;
}

export interface RegistryCacheProps extends ClusterRegistry {
  /** Name of the container, and of the volume that keeps what is fetched. */
  readonly name: string;
  readonly network: DockerNetwork;
  readonly address: string;
  readonly labels?: Labels;
}

const upstreamByDefault = "https://registry-1.docker.io";

/** A registry inside the cluster's own network, which all its nodes use as their mirror of Docker Hub. */
export class RegistryCache extends Construct {
  /** Its name on the cluster's network, which the nodes' engines take for Docker Hub. */
  static readonly url = "http://registry:5000";

  /** Image of the registry. */
  readonly image: ImageReference;

  constructor(scope: Construct, id: string, props: RegistryCacheProps) {
    super(scope, id);
    const { name, upstream = upstreamByDefault, volume, labels } = props;
    this.image = props.image ?? new HubImage(this, "image", { name: registryImage });
    registryContainer(this, "Resource", {
      ...props,
      image: this.image,
      alias: "registry",
      env: volume === undefined ? [`REGISTRY_PROXY_REMOTEURL=${upstream}`] : [],
      volume: volume ?? new DockerVolume(this, "volume", { name, labels: toLabelBlocks(labels) }).name,
      readOnly: volume !== undefined,
    });
  }
}
