import { Engine, isEngineError } from "../../engine";
import { poll } from "../../engine/poll";
import { LabProblem } from "../problem";
import { nodeContainers } from "../status/nodes";
import { say } from "../terminal";
import { machine } from "../words/machine";
import type { IngressFinding, KnownIpVs } from "./ingress";

/** What the kernel of the engine's machine has, as a node of stage 3 sees it. @param stage3 the stage's label */
export async function ipVsOfNodes(engine: Engine, stage3: string): Promise<KnownIpVs> {
  const [node] = await nodeContainers(engine, stage3);
  if (node === undefined) return "unknown";
  const { exitCode } = await engine.exec.run(node, { cmd: ["test", "-e", "/proc/net/ip_vs"] });
  return exitCode === 0 ? "loaded" : "absent";
}

/**
 * Why published ports of the swarm do not answer; undefined where nothing is known to keep them from it.
 *
 * @param finding what lab.json has: the mesh, where it has nothing
 */
export async function meshTrouble(
  engine: Engine,
  stage3: string,
  { ingress = "mesh" }: IngressFinding,
): Promise<string | undefined> {
  if (ingress !== "mesh" || (await ipVsOfNodes(engine, stage3)) !== "absent") return undefined;
  const nodes = await nodeContainers(engine, stage3);
  const { Name } = await engine.system.info();
  return machine.portsSilent(Name ?? "", nodes.join(" "));
}

/** Time that an engine in a node is given to come back, and then the swarm's tasks to run again. */
const BACK_SECONDS = 60;
const RUNNING_SECONDS = 300;

/**
 * Starts the nodes of stage 3 again, one after the other, and waits for their tasks: an engine that began without ip_vs does without for good.
 * Source: `setup` in https://github.com/moby/ipvs/blob/main/ipvs.go, which looks once.
 *
 * @throws LabProblem `node-not-back`
 */
export async function restartNodes(engine: Engine, stage3: string): Promise<void> {
  const nodes = await nodeContainers(engine, stage3);
  for (const node of nodes) {
    say(machine.restarting(node));
    await engine.containers.restart(node);
    const inside = Engine.at(`container://${node}`, { via: engine });
    const { signal } = new AbortController();
    const answer = () =>
      inside.system.ping().then(
        () => true,
        () => undefined,
      );
    const isBack = await poll({ seconds: BACK_SECONDS, signal }, answer).finally(() => inside.close());
    if (!isBack) throw LabProblem.of("node-not-back", { node, seconds: BACK_SECONDS });
  }
  if (nodes.length > 0) await untilTasksRun(engine, nodes);
}

/** Says so where some do not, for whatever reason: the stage's lessons tell which. */
async function untilTasksRun(engine: Engine, nodes: readonly string[]): Promise<void> {
  say(machine.waitingForTasks());
  const inside = nodes.map((node) => Engine.at(`container://${node}`, { via: engine }));
  const { signal } = new AbortController();
  const run = async () => {
    const services = await firstAnswer(inside);
    return services?.every(({ ServiceStatus: status }) => status?.RunningTasks === status?.DesiredTasks) || undefined;
  };
  try {
    if (!(await poll({ seconds: RUNNING_SECONDS, signal }, run))) say(machine.tasksMissing(RUNNING_SECONDS));
  } finally {
    for (const each of inside) each.close();
  }
}

/** The swarm's services, as the first manager that answers tells them. */
async function firstAnswer(engines: readonly Engine[]) {
  for (const engine of engines) {
    try {
      return await engine.services.list({ status: true });
    } catch (error) {
      if (!isEngineError(error)) throw error;
    }
  }
  return undefined;
}
