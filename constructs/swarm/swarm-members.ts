import {
  Aspects,
  dependable,
  type ITerraformDependable,
  TerraformDataSource,
  TerraformResource,
  TerraformStack,
} from "cdktf";
import { Construct, type IConstruct } from "constructs";
import { toLabelBlocks } from "../../formats/labels";
import { DockerSwarm, type DockerSwarmConfig } from "../bindings/docker-swarm";
import { DockerSwarmNode } from "../bindings/docker-swarm-node";
import { expectEngine } from "../engine/expect-engine";
import { onEngine } from "../engine/on-engine";

/** An engine that becomes a node. */
export interface Member {
  /** What its construct is called: `node1`. */
  readonly name: string;
  /** Address of its engine. */
  readonly engine: string;
  /** Address under which the other nodes reach it. @default - its engine's choice */
  readonly advertiseAddr?: string;
  /** Labels of the node in the swarm. @default - none */
  readonly labels?: Readonly<Record<string, string>>;
  /** What its engine runs on: the node is waited for when that is another. @default - not looked at */
  readonly incarnation?: string;
  /** What must be there before the engine answers. @default - nothing */
  readonly dependsOn?: ITerraformDependable[];
}

export interface SwarmMembersProps {
  /** At least one; the first founds the swarm. */
  readonly members: readonly Member[];
  /** How many of them, from the first on, are managers. */
  readonly managers: number;
  /** Where services are deployed to. @default - the first manager's engine */
  readonly engine?: string;
  /** More of the swarm: its settings, and whether it tells its tokens. @default - Docker's own */
  readonly swarm?: SwarmSettings;
  /** Resource that keeps the swarm: with another one in its place it is another swarm. @default - none that is known */
  readonly keptIn?: ITerraformDependable;
}

/** Of a swarm what is not decided by its members. */
export type SwarmSettings = Omit<DockerSwarmConfig, "managers" | "engine" | "advertiseAddr" | "dependsOn" | "provider">;

/** A swarm made of engines that are there, whatever they run on. */
export class SwarmMembers extends Construct {
  readonly swarm: DockerSwarm;
  readonly nodes: readonly DockerSwarmNode[];
  readonly engine: string;
  /** Addresses of the managers' engines. */
  readonly managers: string[];

  constructor(scope: Construct, id: string, { members, managers, engine, swarm, keptIn }: SwarmMembersProps) {
    super(scope, id);
    expectEngine(this);
    const leading = members.slice(0, managers);
    this.managers = leading.map((member) => member.engine);
    this.engine = engine ?? (this.managers[0] as string);
    this.swarm = new DockerSwarm(this, "Resource", {
      ...swarm,
      managers: this.managers,
      advertiseAddr: leading[0]?.advertiseAddr,
      dependsOn: leading.flatMap(({ dependsOn = [] }) => dependsOn),
      ...(keptIn && { lifecycle: { ...swarm?.lifecycle, replaceTriggeredBy: [dependable(keptIn)] } }),
    });
    this.nodes = members.map(
      (member, index) =>
        new DockerSwarmNode(this, member.name, {
          engine: member.engine,
          managers: this.managers,
          swarm: this.swarm.id,
          role: index < managers ? "manager" : "worker",
          advertiseAddr: member.advertiseAddr,
          labels: toLabelBlocks(member.labels),
          incarnation: member.incarnation,
          dependsOn: member.dependsOn,
        }),
    );
  }

  /**
   * Puts every `docker_*` resource at or under `construct` on the swarm, made once all its nodes are ready and removed
   * before them, and returns `construct`.
   */
  place<T extends IConstruct>(construct: T): T {
    waitFor(construct, this.nodes);
    return onEngine(construct, this.engine);
  }

  /** The same on the first node alone, which is a manager. */
  placeOnFirst<T extends IConstruct>(construct: T): T {
    waitFor(construct, this.nodes.slice(0, 1));
    return onEngine(construct, this.managers[0] as string);
  }
}

/** Has every resource and data source at or under `construct` made after the nodes. Another stack's wait for this whole one. */
function waitFor(construct: IConstruct, nodes: readonly DockerSwarmNode[]): void {
  const [first] = nodes;
  if (!first) return;
  const [own, others] = [TerraformStack.of(construct), TerraformStack.of(first)];
  if (own !== others) {
    own.addDependency(others);
    return;
  }
  const dependencies = nodes.map(dependable);
  Aspects.of(construct).add({
    visit: (element) => {
      if (!TerraformResource.isTerraformResource(element) && !TerraformDataSource.isTerraformDataSource(element))
        return;
      element.dependsOn = [...new Set([...(element.dependsOn ?? []), ...dependencies])];
    },
  });
}
