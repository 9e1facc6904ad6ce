import { dependable } from "cdktf";
import type { Construct } from "constructs";
import { type Labels, toLabelBlocks } from "../../formats/labels";
import { DockerContainer } from "../bindings/docker-container";
import type { DockerNetwork } from "../bindings/docker-network";
import type { ImageReference } from "../image/image-reference";

export interface RegistryContainerProps {
  readonly name: string;
  readonly image: ImageReference;
  readonly network: DockerNetwork;
  /** Its name on the network. */
  readonly alias: string;
  readonly address: string;
  readonly env: string[];
  /** Name of the volume that holds its images. */
  readonly volume: string;
  /** @default false */
  readonly readOnly?: boolean;
  readonly labels?: Labels;
}

const dataFolder = "/var/lib/registry";

/** A registry on a cluster's own network: it publishes no port, and has no capability. */
export function registryContainer(scope: Construct, id: string, props: RegistryContainerProps): DockerContainer {
  const { name, image, network, alias, address, env, volume, readOnly = false, labels } = props;
  return new DockerContainer(scope, id, {
    name,
    image: image.name,
    restart: "unless-stopped",
    env,
    volumes: [{ volumeName: volume, containerPath: dataFolder, readOnly }],
    networksAdvanced: [{ name: network.name, aliases: [alias], ipv4Address: address }],
    capabilities: { drop: ["ALL"] },
    securityOpts: ["no-new-privileges"],
    labels: toLabelBlocks(labels),
    // It keeps its name when it is replaced, and cannot be while the container is on it.
    lifecycle: { replaceTriggeredBy: [dependable(network)] },
  });
}
