import { randomBytes, randomInt } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { readLabFile } from "../../../constructs/lab-stage/lab-file";
import { type Engine, Engines } from "../../../engine";
import { Stage3 } from "../../../stacks/stage3/stack";
import { Stage4 } from "../../../stacks/stage4/stack";
import { freePort } from "../free-port";
import { ownSubnet } from "../own-subnet";
import {
  buildDockerProvider,
  type Outcome,
  type Terraform,
  type TestProvider,
  terraformWith,
} from "../provider/harness";
import { removeNetwork } from "../remove-network";

/** Stages 3 and 4 by the real Terraform, under names, ports and addresses of their own. */
export class VotingLab {
  readonly prefix = `t-voting-${randomBytes(3).toString("hex")}-`;
  readonly stack = `${this.prefix}voting_stack`;
  private readonly subnet = `10.215.${ownSubnet()}.0/24`;
  private readonly engines = new Engines();
  readonly outer: Engine = this.engines.at();
  /** Of a manager. */
  readonly manager: Engine = this.node(1);

  private constructor(
    private readonly provider: TestProvider,
    readonly stage3: Terraform,
    readonly stage4: Terraform,
    /** Ports of this machine that vote and result answer at. */
    readonly ports: { readonly vote: number; readonly result: number },
  ) {}

  static async open(): Promise<VotingLab> {
    const provider = buildDockerProvider();
    const [stage3, stage4] = [await terraformWith(provider, ""), await terraformWith(provider, "")];
    const [vote, result] = await Promise.all([freePort(), freePort()]);
    const lab = new VotingLab(provider, stage3, stage4, { vote, result });
    lab.write(stage3, (scope) => new Stage3(scope));
    lab.write(stage4, (scope) => new Stage4(scope));
    return lab;
  }

  async deploy(): Promise<void> {
    await applied(this.stage3);
    await applied(this.stage4);
  }

  /** The engine in the container of node `number`. */
  node(number: number): Engine {
    return this.engines.at(`container://${this.container(number)}`);
  }

  container(number: number): string {
    return `${this.prefix}stage3-node${number}`;
  }

  /** Kills the container of one of the service's running tasks, as `kill -9` does. The node that it was on. */
  async killTask(service: string): Promise<number> {
    const filters = { service: [`${this.prefix}${service}`], "desired-state": ["running"] };
    const running = (await this.manager.tasks.list({ filters })).filter(({ Status }) => Status.State === "running");
    const task = running[randomInt(running.length)]!;
    const { Description } = await this.manager.nodes.inspect(task.NodeID!);
    const node = Number(/\d+$/.exec(Description.Hostname!)![0]);
    await this.node(node).containers.kill(task.Status.ContainerStatus!.ContainerID!, "SIGKILL");
    return node;
  }

  /** Ids of the running tasks of a service. */
  async tasks(service: string): Promise<string[]> {
    const filters = { service: [`${this.prefix}${service}`], "desired-state": ["running"] };
    return (await this.manager.tasks.list({ filters })).map(({ ID }) => ID).sort();
  }

  /** Rows of a query, one a line. */
  async query(sql: string): Promise<string[]> {
    const filters = { label: [`com.docker.swarm.service.name=${this.stack}_db`] };
    const [db] = await this.manager.containers.list({ filters });
    if (!db) throw new Error("no task of db runs on node1");
    const cmd = ["psql", "-U", "postgres", "-tAc", sql];
    const { exitCode, output } = await this.manager.exec.run(db.Id, { cmd });
    if (exitCode !== 0) throw new Error(output);
    return output.split("\n").filter(Boolean);
  }

  /** Votes as a browser does. Whether it was taken. */
  async vote(voter: string, vote: "a" | "b", port = this.ports.vote): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: "POST",
        headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: `voter_id=${voter}` },
        body: `vote=${vote}`,
        signal: AbortSignal.timeout(15_000),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    const filters = { name: [this.prefix] };
    for (const { Id } of await this.outer.containers.list({ all: true, filters }))
      await this.outer.containers.tryRemove(Id, { force: true, volumes: true });
    for (const { Name } of await this.outer.volumes.list({ filters })) await this.outer.volumes.tryRemove(Name!);
    for (const { Id } of await this.outer.networks.list({ filters })) await removeNetwork(this.outer, Id);
    this.engines.close();
    for (const each of [this.stage3, this.stage4, this.provider]) each.remove();
  }

  /** Names of what is there under the prefix. */
  async left(): Promise<string[]> {
    const filters = { name: [this.prefix] };
    const [containers, volumes, networks] = await Promise.all([
      this.outer.containers.list({ all: true, filters }),
      this.outer.volumes.list({ filters }),
      this.outer.networks.list({ filters }),
    ]);
    return [
      ...containers.flatMap(({ Names }) => Names),
      ...volumes.map(({ Name }) => Name!),
      ...networks.map(({ Name }) => Name),
    ];
  }

  private write(terraform: Terraform, declare: (scope: Construct) => TerraformStack): void {
    const context = {
      ...readLabFile(),
      providerBundle: this.provider.folder,
      prefix: this.prefix,
      subnet: this.subnet,
      ports: { 5000: this.ports.vote, 5001: this.ports.result },
    };
    const app = Testing.app({ outdir: terraform.folder, context });
    const { terraform: block, ...stack } = JSON.parse(Testing.synth(declare(app)));
    const { backend: _, ...rest } = block;
    rmSync(join(terraform.folder, "main.tf"), { force: true });
    writeFileSync(join(terraform.folder, "cdk.tf.json"), JSON.stringify({ ...stack, terraform: rest }));
  }
}

/** Applies, and fails with what went wrong where it does not succeed. */
export async function applied(terraform: Terraform, ...args: string[]): Promise<Outcome> {
  const outcome = await terraform.apply(...args);
  if (outcome.code === 0) return outcome;
  const told = outcome.errors.map(({ address, summary, detail }) => `${address}: ${summary}\n${detail}`);
  throw new Error(told.join("\n") || outcome.text);
}
