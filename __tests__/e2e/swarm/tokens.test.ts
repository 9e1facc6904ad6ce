import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TerraformOutput } from "cdktf";
import { Running } from "../provider/harness/running";
import { Deployment } from "./deployment";

jest.setTimeout(180_000);

let lab: Deployment;
beforeAll(async () => {
  lab = await Deployment.open();
});
afterAll(() => lab?.close());

/** Everything that Terraform and the provider print and log, at their most talkative. */
async function everythingSaid(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, TF_LOG: "TRACE", TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1" };
  const { code, stdout, stderr } = await new Running("terraform", args, { cwd: lab.terraform.folder, env }).ended;
  if (code !== 0) throw new Error(stdout + stderr.slice(-4000));
  return stdout + stderr;
}

const tokens = async () => {
  const { JoinTokens } = await lab.node(1).swarm.inspect();
  return [JoinTokens.Worker, JoinTokens.Manager] as [string, string];
};
const state = () => readFileSync(join(lab.terraform.folder, "terraform.tfstate"), "utf8");

test("join tokens are in no plan, log or state where nobody asks for them", async () => {
  lab.declare({ managers: 1, workers: 1 });
  const said = await everythingSaid("apply", "-auto-approve", "-no-color");
  for (const token of await tokens()) {
    expect(said).not.toContain(token);
    expect(state()).not.toContain(token);
  }
});

test("where they are asked for they are in the state, masked everywhere else", async () => {
  lab.declare({ managers: 1, workers: 1, swarm: { exposeJoinTokens: true } }, ({ swarm }, stack) => {
    new TerraformOutput(stack, "worker", { value: swarm.workerJoinToken, sensitive: true, staticId: true });
  });
  const said = [
    await everythingSaid("plan", "-no-color", "-out=plan"),
    await everythingSaid("show", "-no-color", "plan"),
    await everythingSaid("apply", "-no-color", "plan"),
    await everythingSaid("plan", "-no-color"),
  ].join("\n");
  expect(said).toContain("(sensitive value)");
  for (const token of await tokens()) {
    expect(said).not.toContain(token);
    expect(state()).toContain(token);
  }
});

test("a rotation makes new ones, and the old ones join no more", async () => {
  const [worker, manager] = await tokens();
  lab.declare({ managers: 1, workers: 1, swarm: { exposeJoinTokens: true, workerTokenRotation: "once" } });
  await lab.mends();
  const [newWorker, sameManager] = await tokens();
  expect(newWorker).not.toBe(worker);
  expect(sameManager).toBe(manager);
  expect(state()).toContain(newWorker);
  expect(state()).not.toContain(worker);
});

test("settings change in place, and come back when their lines are removed", async () => {
  const settings = {
    taskHistoryLimit: 1,
    dispatcherHeartbeat: "3s",
    nodeCertExpiry: "48h",
    autolock: true,
    exposeUnlockKey: true,
  };
  lab.declare({
    managers: 1,
    workers: 1,
    swarm: settings,
    labels: { team: "a" },
    nodeLabels: { node2: { disk: "ssd" } },
  });
  await lab.mends();
  const { Spec } = await lab.node(1).swarm.inspect();
  expect(Spec).toMatchObject({
    Labels: { team: "a" },
    Orchestration: { TaskHistoryRetentionLimit: 1 },
    Dispatcher: { HeartbeatPeriod: 3e9 },
    CAConfig: { NodeCertExpiry: 48 * 3600e9 },
    EncryptionConfig: { AutoLockManagers: true },
  });
  expect(state()).toContain(await lab.node(1).swarm.unlockKey());
  const labelsOf = async (hostname: string) =>
    (await lab.node(1).nodes.list()).find(({ Description }) => Description.Hostname === hostname)?.Spec.Labels;
  expect(await labelsOf("node2")).toEqual({ disk: "ssd" });
  lab.declare({ managers: 1, workers: 1 });
  await lab.mends();
  expect((await lab.node(1).swarm.inspect()).Spec).toMatchObject({
    Orchestration: { TaskHistoryRetentionLimit: 5 },
    EncryptionConfig: { AutoLockManagers: false },
  });
  expect(await labelsOf("node2")).toEqual({});
});
