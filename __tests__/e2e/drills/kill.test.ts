import { readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Engine } from "../../../engine";
import {
  buildDockerProvider,
  type Running,
  type Terraform,
  type TestProvider,
  terraformWith,
  until,
} from "../provider/harness";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "./lab-objects";
import { moments } from "./moments";
import { isProvider, processesOfGroup } from "./processes";

const IMAGE = "alpine:latest";
const prefix = newPrefix("kill");

/** Networks, volumes, and containers on both: enough that an apply takes a while at any moment of which it can be killed. */
const configuration = `
resource "docker_image" "alpine" {
  name = "${IMAGE}"
}
resource "docker_network" "n" {
  count = 6
  name  = "${prefix}-\${count.index}"
}
resource "docker_volume" "v" {
  count = 6
  name  = "${prefix}-\${count.index}"
}
resource "docker_container" "c" {
  count      = 6
  name       = "${prefix}-\${count.index}"
  image      = docker_image.alpine.name
  tty        = true
  stdin_open = true
  networks_advanced {
    name = docker_network.n[count.index].name
  }
  volumes {
    volume_name    = docker_volume.v[count.index].name
    container_path = "/data"
  }
}
`;

/** Whom a drill hits, and how. */
const victims: { name: string; hit(running: Running): void | Promise<void> }[] = [
  { name: "SIGINT to the group", hit: (running) => running.killGroup("SIGINT") },
  { name: "SIGKILL to Terraform", hit: (running) => running.kill("SIGKILL") },
  {
    name: "SIGKILL to the provider",
    hit: async (running) => {
      const provider = await until("a provider process", () => {
        const group = processesOfGroup(running.pid);
        return group.find(isProvider) ?? (group.length === 0 && { pid: 0, command: "" });
      });
      if (provider.pid) process.kill(provider.pid, "SIGKILL");
    },
  },
];

let engine: Engine;
let provider: TestProvider;
let terraform: Terraform;
let applySeconds: number;

beforeAll(async () => {
  engine = openEngine();
  provider = buildDockerProvider();
  terraform = await terraformWith(provider, configuration);
  // The first apply pulls the image and is slower than those that follow, whose moments are drawn from the second.
  for (let run = 1; run <= 2; run++) {
    const start = Date.now();
    const { code, text } = await terraform.apply();
    if (code !== 0) throw new Error(text);
    applySeconds = (Date.now() - start) / 1000;
    await terraform.destroy();
  }
}, 120_000);

afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
  terraform?.remove();
  provider?.remove();
}, 60_000);

/** Applies and hits at a random moment; one that came too late does not count, and the next is drawn from before it. */
async function hitWhileItRuns(hit: (typeof victims)[number]["hit"]): Promise<{ running: Running; at: string }> {
  for (let upTo = applySeconds; ; ) {
    const seconds = Math.random() * upTo;
    const running = terraform.start("apply");
    let isOver = false;
    running.ended.finally(() => {
      isOver = true;
    });
    await Promise.race([delay(seconds * 1000), running.ended]);
    const wasHit = isOver ? false : await tryHit(() => hit(running));
    await running.ended;
    if (wasHit) return { running, at: `${seconds.toFixed(2)} s after the start` };
    await terraform.destroy();
    upTo = seconds;
  }
}

/** False where the process ended just before. */
async function tryHit(hit: () => void | Promise<void>): Promise<boolean> {
  try {
    await hit();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

describe.each(victims)("$name", ({ hit }) => {
  test.each(moments)(
    "at random moment %i: the next apply converges, destroy leaves nothing",
    async () => {
      const { running, at } = await hitWhileItRuns(hit);
      await until("the end of every process of the run", () => processesOfGroup(running.pid).length === 0);

      const applied = await terraform.apply();
      expect([at, applied.errors]).toEqual([at, []]);
      expect([at, await terraform.changes()]).toEqual([at, []]);
      expect(readdirSync(join(terraform.folder, ".docker-stages-journal"))).toEqual([]);
      const destroyed = await terraform.destroy();
      expect([at, destroyed.errors]).toEqual([at, []]);
      expect([at, await objectsNamed(engine, prefix)]).toEqual([at, []]);
    },
    60_000,
  );
});
