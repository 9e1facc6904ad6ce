import type { Engine, Service, Task } from "../../engine";
import { DiagnosticError } from "../../schema";
import { formatDuration } from "../duration";
import { lastLines } from "../last-lines";
import { lookAgain } from "./look-again";
import { progressOf } from "./progress";
import { hasEnded, isCurrent, stateOf, tasksOf } from "./tasks";

const LOG_LINES = 10;

/**
 * Waits until the service's tasks are what its specification asks for; a job until it is done.
 *
 * @throws DiagnosticError that names each failing task's node, state, message and last log lines
 */
export async function converge(engine: Engine, id: string, seconds: number, signal: AbortSignal): Promise<void> {
  let seen: { service: Service; tasks: Task[] } | undefined;
  const progress = await lookAgain({ seconds, signal }, async () => {
    const service = await engine.services.inspect(id, { signal });
    const tasks = await tasksOf(engine, id, signal);
    seen = { service, tasks };
    const now = progressOf(service, tasks);
    return now.kind === "under-way" ? undefined : now;
  });
  if (progress?.kind === "converged") return;
  const { service, tasks } = seen!;
  const name = service.Spec.Name ?? id;
  const now = progressOf(service, tasks);
  const count = now.kind === "under-way" ? `: ${now.running} of ${now.wanted} tasks are there` : "";
  const summary = progress
    ? `service "${name}" did not converge: ${progress.why}`
    : `service "${name}" did not converge within ${formatDuration(seconds * 1e9)}${count}`;
  const detail = await tellTasks(engine, service, tasks);
  throw new DiagnosticError([{ severity: "error", summary, detail }]);
}

/** Each slot's last task that is not what it should be, with what is known of it. */
async function tellTasks(engine: Engine, service: Service, tasks: readonly Task[]): Promise<string> {
  const latest = new Map<string, Task>();
  for (const task of [...tasks].sort((a, b) => (a.CreatedAt < b.CreatedAt ? -1 : 1))) {
    if (!isCurrent(task, service) || stateOf(task) === "running" || stateOf(task) === "complete") continue;
    // A task that has just been made says less than the one before it, which failed.
    const slot = String(task.Slot ?? task.NodeID);
    if (hasEnded(task) || !latest.has(slot)) latest.set(slot, task);
  }
  if (latest.size === 0)
    return "The swarm has made no tasks that fail; look at `docker service ps` and the nodes (`docker node ls`).";
  const told = await Promise.all([...latest.values()].map((task) => tellTask(engine, service, task)));
  return told.join("\n\n");
}

async function tellTask(engine: Engine, service: Service, task: Task): Promise<string> {
  const node = task.NodeID ? await engine.nodes.tryInspect(task.NodeID) : undefined;
  const where = node?.Description.Hostname ?? "no node";
  const { Err, Message, ContainerStatus } = task.Status;
  const exit = ContainerStatus?.ExitCode ? `, exit code ${ContainerStatus.ExitCode}` : "";
  const name = `${service.Spec.Name}.${task.Slot ?? task.NodeID}`;
  const heading = `task ${name} on ${where}: ${stateOf(task)}${exit}: ${Err || Message || "no message"}`;
  if (!ContainerStatus?.ContainerID) return heading;
  // A node that is down has its logs with it.
  const logs = await engine.tasks.logs(task.ID, { tail: LOG_LINES }).catch(() => undefined);
  return logs?.output ? `${heading}\n${lastLines(logs.output, LOG_LINES)}` : heading;
}
