import { setTimeout as delay } from "node:timers/promises";
import type { Engine } from "../../../engine";
import { type Running, until } from "../provider/harness";
import { LabFolder } from "../stages/lab-folder";
import { newPrefix, objectsNamed, openEngine, removeNamed } from "./lab-objects";
import { moments } from "./moments";

const prefix = `${newPrefix("kill")}-`;

const victims: { name: string; hit(running: Running): void }[] = [
  { name: "Ctrl-C for cdktf, which passes it on through its terminal", hit: (running) => running.killGroup("SIGINT") },
  { name: "SIGKILL to cdktf", hit: (running) => running.kill("SIGKILL") },
];

let engine: Engine;
let lab: LabFolder;
let deploySeconds: number;

beforeAll(async () => {
  engine = openEngine();
  lab = new LabFolder({ prefix });
  const start = Date.now();
  const { code, stdout, stderr } = await lab.cdktf("deploy", "stage1");
  if (code !== 0) throw new Error(stdout + stderr);
  deploySeconds = (Date.now() - start) / 1000;
  await lab.terraform("stage1", "destroy", "-auto-approve");
}, 120_000);

afterAll(async () => {
  await removeNamed(engine, prefix);
  engine.close();
  lab.remove();
}, 60_000);

/** It may have ended since it was looked for. */
function hitUnlessOver(hit: () => void): void {
  try {
    hit();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

describe.each(victims)("$name", ({ hit }) => {
  test.each(moments)(
    "at random moment %i: the next deploy converges, destroy leaves nothing",
    async () => {
      const seconds = Math.random() * deploySeconds;
      const at = `${seconds.toFixed(2)} s after the start`;
      const running = lab.start("deploy", "stage1");
      await Promise.race([delay(seconds * 1000), running.ended]);
      if (lab.processes().includes(running.pid)) hitUnlessOver(() => hit(running));
      await running.ended;
      await until("the end of every process of the deploy", () => lab.processes().length === 0, 60_000);

      // What a deploy does first: it was killed before it, or the provider was built anew since.
      await lab.terraform("stage1", "init");
      const applied = await lab.terraform("stage1", "apply", "-auto-approve");
      expect([at, applied.code, applied.stderr]).toEqual([at, 0, ""]);
      const planned = await lab.terraform("stage1", "plan", "-detailed-exitcode");
      expect([at, planned.code, planned.stderr]).toEqual([at, 0, ""]);
      expect(lab.notes("stage1")).toEqual([]);
      const destroyed = await lab.terraform("stage1", "destroy", "-auto-approve");
      expect([at, destroyed.code]).toEqual([at, 0]);
      expect([at, await objectsNamed(engine, prefix)]).toEqual([at, []]);
    },
    120_000,
  );
});
