/**
 * The voting app on three nodes that have its images: from deploy to every task running, beside `docker stack deploy` and
 * asking again every half second; and from deploy to the first vote that is counted. `npx tsx bench/voting-app.ts [RUNS]`
 */
import { execFile } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { type TerraformStack, Testing } from "cdktf";
import type { Construct } from "constructs";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { VOTING_APP_FILE } from "../constructs/voting-app";
import { Stage3 } from "../stacks/stage3";
import { Stage4 } from "../stacks/stage4";
import { median } from "./median";
import { printTable } from "./print-table";
import { Workspace } from "./workspace";

const runs = Number(process.argv[2] ?? 3);
const prefix = `bench-${randomBytes(3).toString("hex")}-`;
const port = 20_000 + randomInt(20_000);
/** Milliseconds between two looks, as a script that waits for a stack has them. */
const POLL = 500;
const context = {
  ...readLabFile(),
  prefix,
  subnet: `10.203.${randomInt(256)}.0/24`,
  ports: { 5000: port, 5001: port + 1 },
};
const run = promisify(execFile);
const node = `${prefix}stage3-node1`;
const inside = async (...args: string[]) => (await run("docker", ["exec", node, "docker", ...args])).stdout.trim();

function write({ folder }: Workspace, declare: (scope: Construct) => TerraformStack, ingress?: "mesh" | "edge"): void {
  const settings = { ...context, ...(ingress && { ingress }), providerBundle: "dist/provider" };
  const app = Testing.app({ outdir: folder, context: settings });
  const { terraform: _, ...stack } = JSON.parse(Testing.synth(declare(app)));
  writeFileSync(join(folder, "stage.tf.json"), JSON.stringify(stack));
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(POLL);
}

async function byTheClient(): Promise<void> {
  await run("docker", ["cp", VOTING_APP_FILE, `${node}:/docker-stack.yml`]);
  await inside("stack", "deploy", "-c", "/docker-stack.yml", "bench");
  await until(async () => {
    const shown = await inside("stack", "services", "bench", "--format", "{{.Replicas}}");
    const replicas = shown.split("\n").map((text) => /^(\d+)\/(\d+)/.exec(text)!);
    return replicas.length === 5 && replicas.every(([, running, desired]) => running === desired);
  });
}

async function removeByTheClient(): Promise<void> {
  await inside("stack", "rm", "bench");
  const none = async (...list: string[]) => (await inside(...list, "--filter", "name=bench_")) === "";
  await until(() => none("network", "ls", "-q"));
  await until(() => none("ps", "-aq"));
  for (const volume of (await inside("volume", "ls", "-q")).split("\n").filter(Boolean))
    await inside("volume", "rm", volume);
}

async function firstCountedVote(): Promise<void> {
  const vote = () =>
    fetch(`http://127.0.0.1:${port}/`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: "vote=a",
      signal: AbortSignal.timeout(3_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await vote())) await pause(50);
  const shown = async () =>
    (await fetch(`http://127.0.0.1:${port + 1}/`).then((page) => page.text())).includes('id="count-a">1 vote');
  while (!(await shown().catch(() => false))) await pause(50);
}

async function main(): Promise<void> {
  const [stage3, stage4] = [new Workspace(""), new Workspace("")];
  const apply = () => stage4.terraform("apply", "-auto-approve");
  const destroy = () => stage4.terraform("destroy", "-auto-approve");
  const times = { client: [] as number[], provider: [] as number[], vote: [] as number[] };
  try {
    await Promise.all([stage3.init(), stage4.init()]);
    write(stage3, (scope) => new Stage3(scope));
    await stage3.terraform("apply", "-auto-approve");
    // Once, so that each node has the images.
    write(stage4, (scope) => new Stage4(scope));
    await apply();
    await destroy();
    for (let i = 0; i < runs; i++) {
      times.client.push(await seconds(byTheClient));
      await removeByTheClient();
      write(stage4, (scope) => new Stage4(scope), "mesh");
      times.provider.push(await seconds(apply));
      await destroy();
      write(stage4, (scope) => new Stage4(scope));
      times.vote.push(await seconds(() => Promise.all([apply(), firstCountedVote()])));
      await destroy();
    }
  } finally {
    await destroy().catch(() => {});
    await stage3.terraform("destroy", "-auto-approve").catch(() => {});
    for (const each of [stage3, stage4]) each.remove();
  }
  const [client, provider, vote] = [median(times.client), median(times.provider), median(times.vote)];
  console.log(`images present; medians of ${runs}`);
  printTable(
    ["", "seconds", "ratio"],
    [
      [`docker stack deploy, then asking every ${POLL / 1000} s until all tasks run`, client.toFixed(1), "1.00"],
      ["this stage, until all tasks have run for a second", provider.toFixed(1), (provider / client).toFixed(2)],
      [
        "this stage and its edge, until the first vote is counted and shown",
        vote.toFixed(1),
        (vote / client).toFixed(2),
      ],
    ],
  );
}

void main();
