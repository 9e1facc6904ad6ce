import { execFile } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { Stage3 } from "../stacks/stage3/stack";
import { Stage4 } from "../stacks/stage4/stack";
import { removeNamed } from "./remove-named";
import { Workspace } from "./workspace";

const run = promisify(execFile);
/** Milliseconds between two looks, as a script that waits for a stack has them. */
export const POLL = 500;

/** Stages 3 and 4 by the real Terraform, under names, ports and addresses of their own. */
export class VotingLab {
  readonly prefix = `bench-${randomBytes(3).toString("hex")}-`;
  /** Of this machine, for vote; result has the next one. */
  readonly port = 20_000 + randomInt(20_000);
  private readonly context = {
    ...readLabFile(),
    prefix: this.prefix,
    subnet: `10.203.${randomInt(256)}.0/24`,
    ports: { 5000: this.port, 5001: this.port + 1 },
  };
  private readonly workspaces = { stage3: new Workspace(""), stage4: new Workspace("") };

  /** Makes the nodes, and stage 4's workspace ready. */
  async open(): Promise<void> {
    const { stage3, stage4 } = this.workspaces;
    await Promise.all([stage3.init(), stage4.init()]);
    this.write(stage3, (scope) => new Stage3(scope));
    await stage3.terraform("apply", "-auto-approve");
  }

  /** @param ingress otherwise than this machine wants it */
  writeApp(ingress?: "mesh" | "edge"): void {
    this.write(this.workspaces.stage4, (scope) => new Stage4(scope), ingress);
  }

  apply = () => this.workspaces.stage4.terraform("apply", "-auto-approve");
  destroy = () => this.workspaces.stage4.terraform("destroy", "-auto-approve");

  async close(): Promise<void> {
    const { stage3, stage4 } = this.workspaces;
    await this.destroy().catch(() => {});
    await stage3.terraform("destroy", "-auto-approve").catch(() => {});
    await removeNamed(this.prefix);
    for (const each of [stage3, stage4]) each.remove();
  }

  /** The container of node `number`. */
  node = (number: number): string => `${this.prefix}stage3-node${number}`;
  /** What the client prints, beside this machine's engine. */
  docker = async (...args: string[]): Promise<string> => (await run("docker", args)).stdout.trim();
  /** What it prints beside the manager's. */
  inside = (...args: string[]): Promise<string> => this.docker("exec", this.node(1), "docker", ...args);

  private write({ folder }: Workspace, declare: (scope: Construct) => TerraformStack, ingress?: "mesh" | "edge"): void {
    const settings = { ...this.context, ...(ingress && { ingress }), providerBundle: "dist/provider" };
    const app = Testing.app({ outdir: folder, context: settings });
    const { terraform: _, ...stack } = JSON.parse(Testing.synth(declare(app)));
    writeFileSync(join(folder, "stage.tf.json"), JSON.stringify(stack));
  }
}

/** Looks again and again. @param seconds after which it fails. @default - never */
export async function until(holds: () => Promise<boolean>, seconds = Number.POSITIVE_INFINITY): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await holds()); await pause(POLL))
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${holds}`);
}
