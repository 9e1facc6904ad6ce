import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { DockerEngine } from "../../../constructs/engine/docker-engine";
import { SwarmCluster, type SwarmClusterProps } from "../../../constructs/swarm/swarm-cluster";
import { type Engine, Engines, isEngineError } from "../../../engine";
import { ownSubnet } from "../own-subnet";
import {
  buildDockerProvider,
  type Outcome,
  type Terraform,
  type TestProvider,
  terraformWith,
} from "../provider/harness";
import { removeNetwork } from "../remove-network";

/** A cluster that a test deploys with the real Terraform: names and addresses are its own, and all of it goes at the end. */
export class Deployment {
  readonly prefix = `t-swarm-${randomBytes(3).toString("hex")}`;
  readonly subnet = `10.214.${ownSubnet()}.0/24`;
  readonly engines = new Engines();
  readonly outer = this.engines.at();

  private constructor(
    readonly terraform: Terraform,
    private readonly provider: TestProvider,
  ) {}

  static async open(): Promise<Deployment> {
    const provider = buildDockerProvider();
    const terraform = await terraformWith(provider, "");
    // What follows is the stack's own: it names the provider itself.
    rmSync(join(terraform.folder, "main.tf"));
    return new Deployment(terraform, provider);
  }

  /** Writes a stack with a cluster, without a registry unless asked, and whatever `more` declares beside it. */
  declare(
    props: SwarmClusterProps | ((stack: TerraformStack) => SwarmClusterProps),
    more: (cluster: SwarmCluster, stack: TerraformStack) => void = () => {},
  ): void {
    this.write((scope) => {
      const stack = new TerraformStack(scope, this.prefix);
      new DockerEngine(stack, "docker");
      const own = { name: this.prefix, subnet: this.subnet, registry: false } as const;
      const wanted = typeof props === "function" ? props(stack) : props;
      more(new SwarmCluster(stack, "cluster", { ...own, ...wanted }), stack);
      return stack;
    });
  }

  write(declare: (scope: Construct) => TerraformStack): void {
    const app = Testing.app({ outdir: this.terraform.folder, context: { providerBundle: this.provider.folder } });
    const { terraform, ...stack } = JSON.parse(Testing.synth(declare(app)));
    const { backend: _, ...rest } = terraform;
    writeFileSync(join(this.terraform.folder, "cdk.tf.json"), JSON.stringify({ ...stack, terraform: rest }));
  }

  /** The container of node `number`. */
  container = (number: number): string => `${this.prefix}-node${number}`;
  /** The engine in it. */
  node = (number: number): Engine => this.engines.at(`container://${this.container(number)}`);

  /** Names of everything that is there under the prefix, as `KIND NAME`. */
  async objects(): Promise<string[]> {
    const filters = { name: [this.prefix] };
    const [containers, volumes, networks] = await Promise.all([
      this.outer.containers.list({ all: true, filters }),
      this.outer.volumes.list({ filters }),
      this.outer.networks.list({ filters }),
    ]);
    return [
      ...containers.flatMap(({ Names }) => Names.map((name) => `container ${name.slice(1)}`)),
      ...volumes.map(({ Name }) => `volume ${Name}`),
      ...networks.map(({ Name }) => `network ${Name}`),
    ].sort();
  }

  /** Applies, and fails with what went wrong where it does not succeed. */
  applied = async (): Promise<Outcome> => succeeded(await this.terraform.apply());
  destroyed = async (): Promise<Outcome> => succeeded(await this.terraform.destroy());

  /** What a plan does and to which resource, without the hash that cdktf puts behind names. */
  async planned(): Promise<string[]> {
    const changes = await this.terraform.changes();
    return changes.map(({ address, actions }) => `${actions.join("+")} ${address.replace(/_[0-9A-F]{8}$/, "")}`).sort();
  }

  /** The next apply mends what a test broke: the one after that has nothing to do. */
  async mends(): Promise<Outcome> {
    const outcome = await this.applied();
    expect(await this.planned()).toEqual([]);
    return outcome;
  }

  /** `HOSTNAME STATUS [REACHABILITY]` of every node, as node `number` tells it. */
  async nodes(number = 1): Promise<string[]> {
    const found = await this.node(number).nodes.list();
    return found
      .map(({ Description, Status, ManagerStatus }) =>
        [Description.Hostname, Status.State, ManagerStatus?.Reachability].filter(Boolean).join(" "),
      )
      .sort();
  }

  /** Waits until node 1 says of a node what is wanted. */
  async untilStatus(hostname: string, status: string): Promise<void> {
    const engine = this.node(1);
    await engine.until({ filters: { type: ["node"] }, signal: AbortSignal.timeout(90_000) }, async () => {
      const found = (await engine.nodes.list()).find(({ Description }) => Description.Hostname === hostname);
      return found?.Status.State === status ? true : undefined;
    });
  }

  /** Id of the node that state knows as node `number`. */
  id(number: number): unknown {
    const name = `_swarm_node${number}_`;
    return this.terraform.state().find(({ address }) => address.includes(name))?.values["id"];
  }

  async hasContainer(number: number): Promise<boolean> {
    return (await this.outer.containers.tryInspect(this.container(number)))?.State.Running === true;
  }

  /** Whether node 1 leads a swarm of that many nodes at least. */
  async hasNodes(count: number): Promise<boolean> {
    try {
      return (await this.node(1).nodes.list()).length >= count;
    } catch (error) {
      if (isEngineError(error)) return false;
      throw error;
    }
  }

  /** Removes what is left, whatever Terraform knows of it. */
  async close(): Promise<void> {
    for (const object of await this.objects()) {
      const [kind, name] = object.split(" ") as [string, string];
      if (kind === "container") await this.outer.containers.tryRemove(name, { force: true, volumes: true });
    }
    for (const object of await this.objects()) {
      const [kind, name] = object.split(" ") as [string, string];
      if (kind === "volume") await this.outer.volumes.tryRemove(name);
      if (kind === "network") await removeNetwork(this.outer, name);
    }
    this.engines.close();
    this.terraform.remove();
    this.provider.remove();
  }
}

function succeeded(outcome: Outcome): Outcome {
  if (outcome.code === 0) return outcome;
  const told = outcome.errors.map(({ address, summary, detail }) => `${address}: ${summary}\n${detail}`);
  throw new Error(told.join("\n") || outcome.text);
}
