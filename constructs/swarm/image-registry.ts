import { Construct } from "constructs";
import { type Labels, toLabelBlocks } from "../../formats/labels";
import type { DockerContainer } from "../bindings/docker-container";
import type { DockerNetwork } from "../bindings/docker-network";
import { DockerVolume } from "../bindings/docker-volume";
import type { ImageReference } from "../image/image-reference";
import { registryContainer } from "./registry-container";

export interface ImageRegistryProps {
  /** Name of the container, and of the volume that keeps what is pushed. */
  readonly name: string;
  readonly image: ImageReference;
  readonly network: DockerNetwork;
  readonly address: string;
  readonly labels?: Labels;
}

/** A registry of the cluster's own, which its first node pushes to and all its nodes pull from. */
export class ImageRegistry extends Construct {
  /** What the names of its images begin with, on the cluster's network. */
  static readonly host = "images:5000";

  readonly container: DockerContainer;

  constructor(scope: Construct, id: string, props: ImageRegistryProps) {
    super(scope, id);
    const { name, labels } = props;
    const volume = new DockerVolume(this, "volume", { name, labels: toLabelBlocks(labels) }).name;
    this.container = registryContainer(this, "Resource", { ...props, alias: "images", env: [], volume });
  }
}
