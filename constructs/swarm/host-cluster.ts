import { Construct, type IConstruct } from "constructs";
import { own } from "../../foreign/own";
import type { DockerSwarm } from "../bindings/docker-swarm";
import type { DockerSwarmNode } from "../bindings/docker-swarm-node";
import { type Problem, throwProblems } from "../construct-error";
import { isAddress } from "../engine/address";
import { required } from "../required";
import type { Cluster } from "./cluster";
import { warnOfEvenManagers } from "./even-managers";
import { swarmProblem } from "./problems";
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
  /** More of the swarm: its settings, and whether it tells its tokens. @default - Docker's own */
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

  constructor(scope: Construct, id: string, props: HostClusterProps) {
    super(scope, id);
    const { hosts, managers = 1, advertise = {}, nodeLabels = {}, swarm } = required(this, props, "hosts");
    check(this.node.path, hosts, managers);
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
}

function check(path: string, hosts: readonly string[], managers: number): void {
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
  ];
  throwProblems(problems);
}
