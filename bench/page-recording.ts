/**
 * Records what `./lab page` is told of a real swarm of ten nodes with 200 tasks, while services are scaled and updated
 * and nodes are drained, killed and started again: 1,000 messages, which bench/page.ts replays.
 *
 *     npx tsx bench/page-recording.ts
 */
import { randomBytes, randomInt } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import { Testing } from "cdktf";
import { Board } from "../commands/page/board";
import { LivePicture } from "../commands/page/picture/live-picture";
import type { SectionMessage, SectionName, SwarmPicture, TaskView } from "../commands/page/protocol";
import { readLabFile } from "../constructs/lab-stage/lab-file";
import { Engines } from "../engine";
import { Stage3 } from "../stacks/stage3/stack";
import { isRecorded, PAGE_RECORDING, recordedSections } from "./page-messages";
import { removeNamed } from "./remove-named";
import { Workspace } from "./workspace";

const MESSAGES = 1000;
const NODES = 10;
const SERVICES = 10;
const REPLICAS = 20;

const prefix = `bench-${randomBytes(3).toString("hex")}-`;
const node = (number: number) => `${prefix}stage3-node${number}`;
const service = (number: number) => `shop_service${number}`;
const engines = new Engines();
const engine = engines.at();
const board = new Board();

/** A command of Docker's client beside the manager. */
async function inside(...command: readonly string[]): Promise<void> {
  const { exitCode, output } = await engine.exec.run(node(1), { cmd: ["docker", ...command] });
  if (exitCode !== 0) throw new Error(`docker ${command.join(" ")}: ${output}`);
}

async function untilSwarm(holds: (swarm: SwarmPicture) => boolean): Promise<void> {
  while (!holds(board.get("swarm") ?? { nodes: [], services: [], tasks: [], networks: [] })) await pause(100);
}

const areRunning = ({ services }: SwarmPicture) =>
  services.length === SERVICES && services.every(({ running, desired }) => running === desired);

async function deployServices(): Promise<void> {
  // The default subnet has addresses for 254 tasks, and those that end hold theirs for a while.
  for (const [network, subnet] of [
    ["frontend", "10.205.0.0/16"],
    ["backend", "10.206.0.0/16"],
  ] as const)
    await inside("network", "create", "--driver", "overlay", "--subnet", subnet, network);
  for (let number = 1; number <= SERVICES; number += 1) {
    const networks = number % 2 ? ["frontend", "backend"] : ["backend"];
    const options = [
      ...[
        "--detach",
        "--quiet",
        "--update-failure-action",
        "continue",
        "--name",
        service(number),
        "--replicas",
        `${REPLICAS}`,
        "--stop-signal",
        "KILL",
      ],
      ...networks.flatMap((network) => ["--network", network]),
    ];
    await inside("service", "create", ...options, "alpine", "sleep", "1000000");
  }
}

const isRunning = ({ state }: TaskView) => state === "running";
const tasksOf = ({ tasks }: SwarmPicture, number: number) => tasks.filter((task) => task.service === service(number));

async function scale(number: number, replicas: number): Promise<void> {
  await inside("service", "scale", "--detach", `${service(number)}=${replicas}`);
  await untilSwarm((swarm) => tasksOf(swarm, number).filter(isRunning).length === replicas);
}

async function update(number: number): Promise<void> {
  const before = new Set(tasksOf(board.get("swarm")!, number).map(({ id }) => id));
  await inside("service", "update", "--detach", "--force", "--update-parallelism", "1", service(number));
  await untilSwarm((swarm) => tasksOf(swarm, number).every((task) => isRunning(task) && !before.has(task.id)));
}

async function drain(name: string): Promise<void> {
  await inside("node", "update", "--availability", "drain", name);
  await untilSwarm((swarm) => {
    const { id } = swarm.nodes.find((each) => each.name === name)!;
    return !swarm.tasks.some((task) => task.node === id);
  });
  await inside("node", "update", "--availability", "active", name);
}

async function kill(name: string): Promise<void> {
  const untilReady = (wanted: boolean) =>
    untilSwarm(({ nodes }) => nodes.some((each) => each.name === name && each.isReady === wanted));
  await engine.containers.kill(`${prefix}stage3-${name}`);
  await untilReady(false);
  await engine.containers.start(`${prefix}stage3-${name}`);
  await untilReady(true);
}

/** What happens to services of odd numbers, to those of even ones and to nodes, side by side. @param turn from 0 */
const happenings: readonly ((turn: number) => Promise<void>)[] = [
  async (turn) => change(1 + 2 * (turn % 5)),
  async (turn) => change(2 + 2 * (turn % 5)),
  async (turn) => {
    await drain(worker(turn));
    await kill(worker(turn + 3));
  },
];

async function change(number: number): Promise<void> {
  await scale(number, REPLICAS + 5);
  await update(number);
  await scale(number, REPLICAS);
}

/** One of those that do not manage. */
const worker = (turn: number) => `node${(turn % (NODES - 1)) + 2}`;

/** Collects each message of the picture that a browser would be sent; the first ones say what is there. */
async function record(): Promise<string[]> {
  const messages: string[] = [];
  const seen = new Map<SectionName, number>();
  const take = () => {
    for (let message = board.next(seen); message !== undefined; message = board.next(seen)) {
      const { name } = JSON.parse(message) as SectionMessage;
      if (isRecorded(name)) messages.push(message);
    }
  };
  take();
  const stop = board.listen(take);
  const isEnough = () => messages.length >= recordedSections.length + MESSAGES;
  await Promise.all(
    happenings.map(async (happen) => {
      for (let turn = 0; !isEnough(); turn += 1) await happen(turn);
    }),
  );
  stop();
  return messages.slice(0, recordedSections.length + MESSAGES);
}

/** All that was made goes, also where Terraform fails at it, of which the user is told. */
async function destroyed(workspace: Workspace): Promise<void> {
  try {
    await workspace.terraform("destroy", "-auto-approve");
  } finally {
    await removeNamed(prefix);
    workspace.remove();
  }
}

async function main(): Promise<void> {
  const workspace = new Workspace("");
  const leaving = new AbortController();
  const picture = new LivePicture({ engine, prefix, stages: ["stage3"], signal: leaving.signal }, board);
  let following: Promise<void> | undefined;
  try {
    const context = {
      ...readLabFile(),
      prefix,
      subnet: `10.204.${randomInt(256)}.0/24`,
      ports: { 5000: 20_000 + randomInt(10_000), 5001: 30_000 + randomInt(2000) },
      providerBundle: "dist/provider",
    };
    const stage = new Stage3(Testing.app({ outdir: workspace.folder, context }), { workers: NODES - 1 });
    const { terraform: _, ...stack } = JSON.parse(Testing.synth(stage));
    writeFileSync(join(workspace.folder, "stage.tf.json"), JSON.stringify(stack));
    await workspace.init();
    await workspace.terraform("apply", "-auto-approve");
    following = picture.follow();
    await untilSwarm(({ nodes }) => nodes.length === NODES && nodes.every(({ isReady }) => isReady));
    await deployServices();
    await untilSwarm(areRunning);
    const lines = (await record()).join("\n");
    const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
    writeFileSync(PAGE_RECORDING, brotliCompressSync(lines, { params }));
  } finally {
    leaving.abort();
    try {
      await following;
    } finally {
      await destroyed(workspace);
      engines.close();
    }
  }
}

void main();
