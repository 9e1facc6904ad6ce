import type { Engine, Service, Task } from "../../engine";
import { DiagnosticError } from "../../schema";
import { formatDuration } from "../duration";
import { lastLines } from "../last-lines";
import { lookAgain } from "../look-again";
import type { ContainerSpec } from "./container-spec";
import { type Progress, progressOf } from "./progress";
import { hasEnded, isCurrent, slotOf, stateOf, tasksOf } from "./tasks";

/** Seconds that a task has to run before it counts: a process that fails, mostly fails at once. */
const STEADY_SECONDS = 1;
/** The same where one before it failed: as long as the swarm's own updates watch a new task. */
const STEADY_AFTER_FAILURE_SECONDS = 5;

const LOG_LINES = 10;
/** What a node does not tell within this time is left out of an error. */
const LOG_MILLISECONDS = 5_000;

interface Sight {
  readonly service: Service;
  readonly tasks: readonly Task[];
  readonly progress: Progress;
}

/** How far the service is by now. */
export async function look(engine: Engine, id: string, signal?: AbortSignal): Promise<Sight> {
  const service = await engine.services.inspect(id, { signal });
  const tasks = await tasksOf(engine, { id, name: service.Spec.Name ?? "" }, signal);
  return { service, tasks, progress: progressOf(service, tasks) };
}

/**
 * Waits until the service's tasks are what its specification asks for; a job until it is done.
 *
 * @throws DiagnosticError that names each failing task's node, state, message and last log lines
 */
export async function converge(engine: Engine, id: string, seconds: number, signal: AbortSignal): Promise<void> {
  let seen: Sight | undefined;
  const since = new Map<string, number>();
  await lookAgain({ seconds, signal }, async () => {
    seen = await look(engine, id, signal);
    const isSteady = seen.progress.kind === "failed" || areSteady(seen, since);
    return seen.progress.kind === "under-way" || !isSteady ? undefined : seen;
  });
  const { service, tasks, progress } = seen!;
  if (progress.kind === "converged") return;
  const why =
    progress.kind === "failed"
      ? `: ${progress.why}`
      : ` within ${formatDuration(seconds * 1e9)}: ${progress.there} of ${progress.wanted} tasks ${doneWord(service)}`;
  throw new DiagnosticError([
    {
      severity: "error",
      summary: `service "${service.Spec.Name ?? id}" did not converge${why}`,
      detail: await tellTasks(engine, service, tasks),
      path: ["converge_config"],
    },
  ]);
}

/** Whether every task that runs has done so for a while. @param since when each was first seen to run */
function areSteady({ service, tasks }: Sight, since: Map<string, number>): boolean {
  const { Healthcheck } = (service.Spec.TaskTemplate?.ContainerSpec ?? {}) as ContainerSpec;
  // A task with a health check runs once it has passed.
  if (Healthcheck?.Test?.length && Healthcheck.Test[0] !== "NONE") return true;
  const failed = new Set(tasks.filter((task) => stateOf(task) === "failed" && isCurrent(task, service)).map(slotOf));
  const running = tasks.filter((task) => task.DesiredState === "running" && stateOf(task) === "running");
  const now = performance.now();
  return running
    .map((task) => {
      if (!since.has(task.ID)) since.set(task.ID, now);
      const needed = failed.has(slotOf(task)) ? STEADY_AFTER_FAILURE_SECONDS : STEADY_SECONDS;
      return now - since.get(task.ID)! >= needed * 1000;
    })
    .every(Boolean);
}

const doneWord = ({ Spec: { Mode } }: Service): string =>
  Mode?.ReplicatedJob || Mode?.GlobalJob ? "have completed" : "are running";

/** Each slot's last task that is not what it should be, with what is known of it. */
async function tellTasks(engine: Engine, service: Service, tasks: readonly Task[]): Promise<string> {
  const latest = new Map<string, Task>();
  for (const task of [...tasks].sort((a, b) => (a.CreatedAt < b.CreatedAt ? -1 : 1))) {
    if (!isCurrent(task, service) || stateOf(task) === "running" || stateOf(task) === "complete") continue;
    // A task that has just been made says less than the one before it, which failed.
    if (hasEnded(task) || !latest.has(slotOf(task))) latest.set(slotOf(task), task);
  }
  if (latest.size === 0)
    return `No task of it fails; \`docker service ps ${service.Spec.Name}\` and \`docker node ls\` tell more.`;
  const told = await Promise.all([...latest.values()].map((task) => tellTask(engine, service, task)));
  return told.join("\n\n");
}

async function tellTask(engine: Engine, service: Service, task: Task): Promise<string> {
  const node = task.NodeID ? await engine.nodes.tryInspect(task.NodeID) : undefined;
  const where = node ? `node ${node.Description.Hostname}` : "no node";
  const { Err, Message, ContainerStatus } = task.Status;
  const exit = ContainerStatus?.ExitCode ? `, exit code ${ContainerStatus.ExitCode}` : "";
  const name = `${service.Spec.Name}.${slotOf(task)}`;
  const heading = `task ${name} on ${where}: ${stateOf(task)}${exit}: ${Err || Message || "no message"}`;
  if (!ContainerStatus?.ContainerID) return heading;
  const tty = service.Spec.TaskTemplate?.ContainerSpec?.TTY ?? false;
  // A node that is down has its logs with it.
  const logs = await engine.tasks
    .logs(task.ID, { tail: LOG_LINES, tty, signal: AbortSignal.timeout(LOG_MILLISECONDS) })
    .catch(() => undefined);
  return logs ? `${heading}\n${lastLines(logs.output, LOG_LINES)}` : heading;
}
