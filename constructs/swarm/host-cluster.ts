import { Construct, type IConstruct } from "constructs";
import { own } from "../../foreign/own";
import type { Problem } from "../../problem";
import { tryParseReference } from "../../registry/reference";
import type { DockerSwarm } from "../bindings/docker-swarm";
import type { DockerSwarmNode } from "../bindings/docker-swarm-node";
import { ConstructError, throwProblems } from "../construct-error";
import { isAddress } from "../engine/address";
import type { BuiltImage } from "../image/built-image";
import { required } from "../required";
import type { Cluster } from "./cluster";
import { warnOfEvenManagers } from "./even-managers";
import { swarmProblem } from "./problems";
import { pushImage } from "./push-image";
import type { PushedImage } from "./pushed-image";
import { SwarmMembers, type SwarmSettings } from "./swarm-members";

export interface HostClusterProps {
  /** Addresses of the machines' engines, one node each, in their order: `ssh://[USER@]HOST` or `tcp://HOST:PORT`. */
  readonly hosts: readonly string[];
  /** How many of them, from the first on, are managers. @default 1 */
  readonly managers?: number;
  /** By host, the address or interface under which the other machines reach it. @default - each engine's choice */
  readonly advertise?: Readonly<Record<string, string>>;
  /** Labels of nodes in the swarm, by host, for placement. @default - none */
  readonly nodeLabels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /**
   * Registry that every host reaches, `HOST[:PORT][/PATH]`: images that are built are pushed there from the first host,
   * and stay there. Its credentials are those of the provider's `registryAuth`.
   * @default - none: images cannot be built for this swarm
   */
  readonly registry?: string;
  /**
   * Settings of the swarm, as `docker_swarm` has them: `taskHistoryLimit`, `autolock`, `exposeJoinTokens` and so on.
   * @default - Docker's own
   */
  readonly swarm?: SwarmSettings;
}

/**
 * A swarm of machines that are there. Between them TCP 2377 and 7946 and UDP 7946 and 4789 must be open.
 *
 * @throws ConstructError `hosts-…`, with all that is wrong in one message
 */
export class HostCluster extends Construct implements Cluster {
  readonly engine: string;
  readonly swarm: DockerSwarm;
  readonly nodes: readonly DockerSwarmNode[];
  readonly managers: string[];
  private readonly members: SwarmMembers;
  private readonly registry?: string;

  constructor(scope: Construct, id: string, props: HostClusterProps) {
    super(scope, id);
    const { hosts, managers = 1, advertise = {}, nodeLabels = {}, registry, swarm } = required(this, props, "hosts");
    check(this.node.path, hosts, managers, registry);
    this.registry = registry;
    warnOfEvenManagers(this, managers);
    this.members = new SwarmMembers(this, "swarm", {
      members: hosts.map((host, index) => ({
        name: `node${index + 1}`,
        engine: host,
        advertiseAddr: own(advertise, host),
        labels: own(nodeLabels, host),
      })),
      managers,
      swarm,
    });
    ({ engine: this.engine, swarm: this.swarm, nodes: this.nodes, managers: this.managers } = this.members);
  }

  place<T extends IConstruct>(construct: T): T {
    return this.members.place(construct);
  }

  push(image: BuiltImage): PushedImage {
    const { registry, members } = this;
    if (registry === undefined) {
      const facts = { path: this.node.path, image: image.node.path };
      throw new ConstructError(swarmProblem("hosts-registry-missing", facts));
    }
    return pushImage(image, { cluster: this, members, registry, throughEngine: false });
  }
}

function check(path: string, hosts: readonly string[], managers: number, registry?: string): void {
  const isInRange = Number.isInteger(managers) && managers >= 1 && managers <= hosts.length;
  const problems: Problem[] = [
    ...(hosts.length > 0 ? [] : [swarmProblem("hosts-none", { path })]),
    ...hosts.filter((host) => !isAddress(host)).map((host) => swarmProblem("hosts-address", { path, host })),
    ...hosts
      .filter((host, index) => hosts.indexOf(host) !== index)
      .map((host) => swarmProblem("hosts-twice", { path, host })),
    ...(isInRange || hosts.length === 0
      ? []
      : [swarmProblem("hosts-managers", { path, managers, hosts: hosts.length })]),
    ...(registry === undefined || isRegistry(registry) ? [] : [swarmProblem("hosts-registry", { path, registry })]),
  ];
  throwProblems(problems);
}

/** Whether a name of an image may begin with it. Without a dot, a port or `localhost` a host would be a path of Docker Hub's. */
function isRegistry(registry: string): boolean {
  const parsed = tryParseReference(`${registry}/image`);
  return !("complaint" in parsed) && registry.startsWith(parsed.domain);
}
