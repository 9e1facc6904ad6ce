import { TerraformStack } from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { own } from "../../foreign/own";
import { toLabelBlocks } from "../../formats/labels";
import { DockerNetwork } from "../bindings/docker-network";
import type { DockerSwarm } from "../bindings/docker-swarm";
import type { DockerSwarmNode } from "../bindings/docker-swarm-node";
import type { BuiltImage } from "../image/built-image";
import { HubImage } from "../image/hub-image";
import { objectName } from "../object-name";
import { checkCluster, lastAddress } from "./check-cluster";
import type { Cluster } from "./cluster";
import { ClusterNode } from "./cluster-node";
import { warnOfEvenManagers } from "./even-managers";
import { HostCluster, type HostClusterProps } from "./host-cluster";
import { ImageRegistry } from "./image-registry";
import { pushImage } from "./push-image";
import type { PushedImage } from "./pushed-image";
import { RegistryCache, registryImage } from "./registry-cache";
import { addressIn, type Subnet, tryParseSubnet } from "./subnet";
import type { SwarmClusterProps } from "./swarm-cluster-props";
import { SwarmMembers } from "./swarm-members";

export type { SwarmClusterProps } from "./swarm-cluster-props";

/** Offsets in the subnet: the gateway has 1. */
const registryOffset = 2;
const nodeOffset = 2;

/**
 * A swarm of as many nodes as wanted, each a container on the stack's engine, in seconds and without `--privileged`.
 * Nodes are node1 to nodeN; a change of `managers` or `workers` promotes, demotes, adds or removes at the end.
 *
 * @throws ConstructError `cluster-…`, with all that is wrong in one message
 */
export class SwarmCluster extends Construct implements Cluster {
  readonly engine: string;
  readonly swarm: DockerSwarm;
  readonly nodes: readonly DockerSwarmNode[];
  readonly managers: string[];
  /** Names of the nodes' containers. */
  readonly containerNames: readonly string[];
  private readonly members: SwarmMembers;
  private readonly makeImageRegistry: () => ImageRegistry;
  private imageRegistry?: ImageRegistry;

  /** The same of machines that are there: `["ssh://one", "ssh://two"]`. Whoever runs the deploy must reach each engine. */
  static fromHosts(scope: Construct, id: string, props: HostClusterProps): HostCluster {
    return new HostCluster(scope, id, props);
  }

  constructor(scope: Construct, id: string, props: SwarmClusterProps = {}) {
    super(scope, id);
    const { managers = 1, workers = 2, labels } = props;
    const subnetText: string = props.subnet ?? this.node.tryGetContext("subnet") ?? "10.213.0.0/24";
    const registry = props.registry ?? { volume: this.node.tryGetContext("registryVolume") };
    checkCluster(this.node.path, { ...props, managers, workers, subnet: subnetText }, nodeOffset);
    warnOfEvenManagers(this, managers);

    const subnet = tryParseSubnet(subnetText) as Subnet;
    const name = props.name ?? objectName(this);
    const hostnames = Array.from({ length: managers + workers }, (_, index) => `node${index + 1}`);
    this.containerNames = hostnames.map((hostname) => `${name}-${hostname}`);

    const network = new DockerNetwork(this, "network", {
      name,
      driver: "bridge",
      ipamConfig: [{ subnet: subnetText }],
      labels: toLabelBlocks(labels),
    });
    const cache =
      registry !== false &&
      new RegistryCache(this, "registry", {
        ...registry,
        name: `${name}-registry`,
        network,
        address: addressIn(subnet, registryOffset),
        labels,
      });
    const image = props.nodeImage ?? new HubImage(this, "image", { name: "docker:dind" });
    let founder: ClusterNode | undefined;
    const nodes = hostnames.map((hostname, index) => {
      const address = addressIn(subnet, nodeOffset + 1 + index);
      const node = new ClusterNode(this, hostname, {
        name: `${name}-${hostname}`,
        hostname,
        image,
        network,
        address,
        ports: index === 0 ? props.ports : undefined,
        mirrored: registry !== false,
        memory: props.memory,
        cpus: props.cpus,
        labels,
        // Containers that start at once slow each other down, and the swarm waits for its managers alone.
        after: index < managers ? undefined : founder,
      });
      founder ??= node;
      return {
        node,
        name: hostname,
        engine: `container://${name}-${hostname}`,
        advertiseAddr: address,
        labels: own(props.nodeLabels, hostname),
        incarnation: node.container.id,
        dependsOn: [node.container],
      };
    });
    this.members = new SwarmMembers(this, "swarm", {
      members: nodes,
      managers,
      engine: `container://${this.containerNames.slice(0, managers).join(",")}`,
      swarm: { ...props.swarm, labels: props.swarm?.labels ?? toLabelBlocks(labels) },
      keptIn: nodes[0]?.node.volume,
    });
    ({ engine: this.engine, swarm: this.swarm, nodes: this.nodes, managers: this.managers } = this.members);
    this.makeImageRegistry = () => {
      const address = lastAddress(this.node.path, subnet, nodeOffset + nodes.length);
      for (const { node } of nodes) node.trust(ImageRegistry.host);
      return new ImageRegistry(this, "images", {
        name: `${name}-images`,
        image: cache ? cache.image : new HubImage(this, "images-image", { name: registryImage }),
        network,
        address,
        labels,
      });
    };
  }

  place<T extends IConstruct>(construct: T): T {
    return this.members.place(construct);
  }

  push(image: BuiltImage): PushedImage {
    this.imageRegistry ??= this.makeImageRegistry();
    const { container } = this.imageRegistry;
    return pushImage(image, {
      cluster: this,
      members: this.members,
      registry: ImageRegistry.host,
      throughEngine: true,
      dependsOn: TerraformStack.of(image) === TerraformStack.of(this) ? [container] : [],
    });
  }
}
