import type { Engine, Service, Task } from "../../../engine";
import { writeDuration } from "../../../formats/duration";
import { lastLines } from "../last-lines";
import type { Movement } from "./movement";
import { hasEnded, hasFailed, isCurrent, slotOf, stateOf } from "./tasks";

const LOG_LINES = 10;
/** What a node does not tell within this time is left out of an error. */
const LOG_MILLISECONDS = 5_000;

/** What a state that lasts is, in other words than the swarm's, which repeats the state. */
const MEANINGS = new Map<string, (service: Service) => string>([
  ["preparing", ({ Spec }) => `it pulls ${Spec.TaskTemplate?.ContainerSpec?.Image?.replace(/@.*/, "") ?? "its image"}`],
  ["starting", () => "its container is not up yet, or has not passed its health check"],
]);

/** Each slot's last task that is not what it should be, with what is known of it. */
export async function tellTasks(
  engine: Engine,
  service: Service,
  tasks: readonly Task[],
  movement: Movement,
): Promise<string> {
  const latest = new Map<string, Task>();
  for (const task of [...tasks].sort((a, b) => (a.CreatedAt < b.CreatedAt ? -1 : 1))) {
    if (!isCurrent(task, service) || stateOf(task) === "running" || stateOf(task) === "complete") continue;
    const before = latest.get(slotOf(task));
    if (!before || weightOf(task) >= weightOf(before)) latest.set(slotOf(task), task);
  }
  if (latest.size === 0)
    return `No task of it fails; \`docker service ps ${service.Spec.Name}\` and \`docker node ls\` tell more.`;
  const now = performance.now();
  const told = await Promise.all(
    [...latest.values()].map((task) => tellTask(engine, service, task, movement.secondsIn(task, now))),
  );
  return told.join("\n\n");
}

/** A task that failed says most; one that has just been made says less than one before it, which ended. */
const weightOf = (task: Task): number => (hasFailed(task) ? 2 : hasEnded(task) ? 1 : 0);

async function tellTask(engine: Engine, service: Service, task: Task, seconds: number): Promise<string> {
  const node = task.NodeID ? await engine.nodes.tryInspect(task.NodeID) : undefined;
  const where = node ? `node ${node.Description.Hostname}` : "no node";
  const { Err, Message, ContainerStatus } = task.Status;
  const exit = ContainerStatus?.ExitCode ? `, exit code ${ContainerStatus.ExitCode}` : "";
  const name = `${service.Spec.Name}.${slotOf(task)}`;
  const lasting = hasEnded(task) || seconds < 1 ? "" : ` for ${writeDuration(Math.round(seconds) * 1e9)}`;
  const what = Err || MEANINGS.get(stateOf(task))?.(service) || Message || "no message";
  const heading = `task ${name} on ${where}: ${stateOf(task)}${exit}${lasting}: ${what}`;
  if (!ContainerStatus?.ContainerID) return [heading, ...remedies(service, Err)].join("\n");
  const tty = service.Spec.TaskTemplate?.ContainerSpec?.TTY ?? false;
  // A node that is down has its logs with it.
  const logs = await engine.tasks
    .logs(task.ID, { tail: LOG_LINES, tty, signal: AbortSignal.timeout(LOG_MILLISECONDS) })
    .catch(() => undefined);
  return logs ? `${heading}\n${lastLines(logs.output, LOG_LINES)}` : heading;
}

/** What helps where the swarm's own words do not say it. */
const remedies = ({ Spec }: Service, error: string | null | undefined): readonly string[] =>
  /host-mode port already in use/i.test(error ?? "") && Spec.UpdateConfig?.Order === "start-first"
    ? [
        'The task before it holds the port and ends only once the new one runs: write `order = "stop-first"` in `update_config`.',
      ]
    : [];
