/**
 * From nothing to all nodes Ready: Terraform's apply of a SwarmCluster beside the same steps by hand with the docker
 * client, in one run, images present. And what an idle node takes of memory. `npx tsx bench/swarm.ts [RUNS]`
 */
import { execFile, spawnSync } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { TerraformStack, Testing } from "cdktf";
import { SwarmCluster } from "../constructs/swarm/swarm-cluster";
import { median } from "./median";
import { printTable } from "./print-table";
import { removeNamed } from "./remove-named";
import { Workspace } from "./workspace";

const IMAGE = "docker:dind";
/** Numbers of nodes, each with its aim: Terraform's time against that by hand. */
const FACTORS: ReadonlyMap<number, number> = new Map([
  [3, 1.3],
  [10, 1.15],
]);
const SIZES = [...FACTORS.keys()];
/** Aims: Terraform's time for ten nodes against that for three, MiB of an idle node. */
const GROWTH = 2;
const MEBIBYTES = 60;

const runs = Number(process.argv[2] ?? 5);
const prefix = `bench-${randomBytes(3).toString("hex")}`;
const network = `10.202.${randomInt(256)}`;
const entrypoint = join(__dirname, "../images/swarm-node/entrypoint");
const run = promisify(execFile);

const docker = async (...args: string[]): Promise<string> => (await run("docker", args)).stdout.trim();
const inside = (node: number, ...args: string[]) => docker("exec", container(node), "docker", ...args);
const container = (node: number) => `${prefix}-node${node}`;
const address = (node: number) => `${network}.${node + 2}`;
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

const byHand = {
  async make(count: number): Promise<void> {
    await docker("network", "create", "--subnet", `${network}.0/24`, prefix);
    await Promise.all(numbers(count).map(startNode));
    await inside(1, "swarm", "init", "--advertise-addr", address(1));
    const token = await inside(1, "swarm", "join-token", "-q", "worker");
    const workers = numbers(count).slice(1);
    await Promise.all(
      workers.map((node) =>
        inside(node, "swarm", "join", "--token", token, "--advertise-addr", address(node), `${address(1)}:2377`),
      ),
    );
    await until(async () => {
      const states = (await inside(1, "node", "ls", "--format", "{{.Status}}")).split("\n");
      return states.filter((state) => state === "Ready").length === count;
    });
  },
  async remove(count: number): Promise<void> {
    await docker("rm", "-f", "-v", ...numbers(count).map(container));
    await docker("volume", "rm", ...numbers(count).map(container));
    await docker("network", "rm", prefix);
  },
};

async function startNode(node: number): Promise<void> {
  const privileges = ["SYS_ADMIN", "NET_ADMIN", "SYS_PTRACE"].flatMap((name) => ["--cap-add", name]);
  const options = ["seccomp=unconfined", "apparmor=unconfined"].flatMap((name) => ["--security-opt", name]);
  const place = [
    "--hostname",
    `node${node}`,
    "--network",
    prefix,
    "--ip",
    address(node),
    "--restart",
    "unless-stopped",
  ];
  const files = ["-v", `${container(node)}:/var/lib/docker`, "-v", `${entrypoint}:/usr/local/bin/swarm-node:ro`];
  const image = ["--entrypoint", "/usr/local/bin/swarm-node", IMAGE];
  await docker("run", "-d", "--name", container(node), ...privileges, ...options, ...place, ...files, ...image);
  await until(() => inside(node, "version").then(Boolean, () => false));
}

/** As one would by hand: asked again and again. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

function configuration({ folder }: Workspace, count: number): string {
  const stack = new TerraformStack(Testing.app({ outdir: folder }), "bench");
  const subnet = `${network}.0/24`;
  new SwarmCluster(stack, "cluster", { name: prefix, workers: count - 1, subnet, registry: false });
  const { resource } = JSON.parse(Testing.synth(stack));
  return JSON.stringify({ resource });
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** MiB that the containers of the nodes take, on average, once they are idle. */
async function mebibytesOfNode(count: number): Promise<number> {
  await pause(10_000);
  const shown = await docker("stats", "--no-stream", "--format", "{{.MemUsage}}", ...numbers(count).map(container));
  const used = shown.split("\n").map((line) => Number.parseFloat(line) * (line.includes("GiB /") ? 1024 : 1));
  return used.reduce((sum, each) => sum + each, 0) / count;
}

async function main(): Promise<void> {
  if (spawnSync("docker", ["image", "inspect", IMAGE]).status !== 0) await docker("pull", IMAGE);
  const workspace = new Workspace("");
  const times = new Map(SIZES.map((size) => [size, { hand: [] as number[], terraform: [] as number[] }]));
  const memory: number[] = [];
  try {
    await workspace.init();
    for (let i = 0; i < runs; i++) {
      for (const [size, { hand, terraform }] of times) {
        hand.push(await seconds(() => byHand.make(size)));
        await byHand.remove(size);
        writeFileSync(join(workspace.folder, "cluster.tf.json"), configuration(workspace, size));
        terraform.push(await seconds(() => workspace.terraform("apply", "-auto-approve")));
        if (size === SIZES[0]) memory.push(await mebibytesOfNode(size));
        await workspace.terraform("destroy", "-auto-approve");
      }
    }
  } finally {
    await workspace.terraform("destroy", "-auto-approve").catch(() => {});
    await removeNamed(prefix);
    workspace.remove();
  }
  report(times, median(memory));
}

function report(times: ReadonlyMap<number, { hand: number[]; terraform: number[] }>, mebibytes: number): void {
  const rows = [...times].map(([size, { hand, terraform }]) => {
    const [a, b, aim] = [median(hand), median(terraform), FACTORS.get(size)!];
    const ratio = b / a;
    return [
      `${size} nodes`,
      `${a.toFixed(2)} s`,
      `${b.toFixed(2)} s`,
      ratio.toFixed(2),
      `${aim}`,
      ratio <= aim ? "yes" : "no",
    ];
  });
  console.log(`from nothing to all nodes Ready; medians of ${runs}`);
  printTable(["", "by hand", "Terraform", "ratio", "aim", "met"], rows);
  const [few, many] = [...times.values()].map(({ terraform }) => median(terraform));
  const growth = many! / few!;
  printTable(
    ["", "measured", "aim", "met"],
    [
      ["10 nodes against 3, Terraform", growth.toFixed(2), `${GROWTH}`, growth <= GROWTH ? "yes" : "no"],
      ["an idle node, MiB", mebibytes.toFixed(0), `${MEBIBYTES}`, mebibytes <= MEBIBYTES ? "yes" : "no"],
    ],
  );
}

void main();
