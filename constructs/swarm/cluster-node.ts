import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dependable, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { type Labels, toLabelBlocks } from "../../formats/labels";
import { DockerContainer } from "../bindings/docker-container";
import type { DockerNetwork } from "../bindings/docker-network";
import { DockerVolume } from "../bindings/docker-volume";
import type { ImageReference } from "../image/image-reference";
import { literal } from "../literal";
import { RegistryCache } from "./registry-cache";

export interface ClusterNodeProps {
  /** Name of the container and of its volume. */
  readonly name: string;
  readonly hostname: string;
  readonly image: ImageReference;
  readonly network: DockerNetwork;
  readonly address: string;
  /** Ports of the node by ports of this machine's 127.0.0.1. @default - none */
  readonly ports?: Readonly<Record<string, number>>;
  /** Whether the cluster has a registry that the node takes for Docker Hub. */
  readonly mirrored: boolean;
  /** MiB. @default - no limit */
  readonly memory?: number;
  /** @default - no limit */
  readonly cpus?: number;
  readonly labels?: Labels;
  /** A node that is started before. @default - none */
  readonly after?: ClusterNode;
}

/** Terraform wants a plain reference here. */
const reference = (cause: string | ITerraformDependable): string =>
  typeof cause === "string" ? cause : dependable(cause);

const entrypoint = "/usr/local/bin/swarm-node";

/** What makes a container a place where an engine can run, whatever its image's own entrypoint does. */
const script = () => readFileSync(join(__dirname, "../../images/swarm-node/entrypoint"), "utf8");

/** Registries of the cluster's own network speak no TLS. */
const plain = (host: string) => `--insecure-registry=${host}`;

const mirror = [`--registry-mirror=${RegistryCache.url}`, plain(RegistryCache.url)];

/**
 * The least privileged container that can be a node: not `--privileged`, and its engine listens on no port. Its
 * address is fixed and what its engine keeps lies in a volume, so that it comes back as the node that it was.
 */
export class ClusterNode extends Construct {
  readonly container: DockerContainer;
  /** What its engine keeps: who it is in the swarm, and a manager's share of the swarm itself. */
  readonly volume: DockerVolume;

  constructor(scope: Construct, id: string, props: ClusterNodeProps) {
    super(scope, id);
    const { name, hostname, image, network, address, ports = {}, mirrored, memory, cpus, after } = props;
    const labels = toLabelBlocks(props.labels);
    this.volume = new DockerVolume(this, "volume", { name, labels });
    this.container = new DockerContainer(this, "Resource", {
      name,
      hostname,
      image: image.name,
      entrypoint: [entrypoint],
      command: mirrored ? mirror : [],
      upload: [{ file: entrypoint, content: literal(script()), executable: true }],
      capabilities: { add: ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"] },
      securityOpts: ["seccomp=unconfined", "apparmor=unconfined"],
      volumes: [{ volumeName: this.volume.name, containerPath: "/var/lib/docker" }],
      networksAdvanced: [{ name: network.name, ipv4Address: address }],
      ports: Object.entries(ports).map(([inside, outside]) => ({
        internal: Number(inside),
        external: outside,
        ip: "127.0.0.1",
      })),
      restart: "unless-stopped",
      memory,
      cpus: cpus === undefined ? undefined : String(cpus),
      labels,
      dependsOn: after && [after.container],
      // They keep their names when they are replaced, and cannot be while the container uses them.
      lifecycle: { replaceTriggeredBy: [this.volume, network, ...(image.replaces ?? [])].map(reference) },
    });
  }

  /** Has the node's engine take images from a registry that speaks no TLS. */
  trust(registry: string): void {
    this.container.command = [...(this.container.commandInput ?? []), plain(registry)];
  }
}
