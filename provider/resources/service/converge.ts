import type { Engine, Service, Task } from "../../../engine";
import { poll } from "../../../engine/poll";
import { writeDuration } from "../../../formats/duration";
import { DiagnosticError } from "../../schema";
import type { ContainerSpec } from "./container-spec";
import { CAP } from "./limit";
import { isRolledBack, Movement, plannedPause } from "./movement";
import { type Progress, progressOf } from "./progress";
import { isCurrent, slotOf, stateOf, tasksOf } from "./tasks";
import { tellTasks } from "./tell-tasks";

/** Seconds that a task has to run before it counts: a process that fails, mostly fails at once. */
const STEADY_SECONDS = 1;
/** The same where one before it failed: as long as the swarm's own updates watch a new task. */
const STEADY_AFTER_FAILURE_SECONDS = 5;

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

/** Whether the service is by now what it should be, and stays so for as long as its tasks are watched. */
export async function hasConverged(engine: Engine, id: string, signal: AbortSignal): Promise<boolean> {
  const watch = new Watch();
  const seconds = 2 * STEADY_AFTER_FAILURE_SECONDS;
  const decided = await poll({ seconds, signal, foundIn: () => watch.left }, async () => {
    const seen = await look(engine, id, signal);
    if (seen.progress.kind !== "converged") return { converged: false };
    return watch.isConverged(seen) ? { converged: true } : undefined;
  });
  return decided?.converged ?? false;
}

export interface Wait {
  /** Seconds that may go by without a task that moves on; in all it may be CAP times as many. */
  readonly limit: number;
  /** Whether it is new: given up on, Terraform holds it for broken. */
  readonly isNew: boolean;
  readonly signal: AbortSignal;
}

/**
 * Waits until the service's tasks are what its specification asks for; a job until it is done; an update that fails
 * until it is rolled back, where it is to be.
 *
 * @throws DiagnosticError that names each failing or late task's node, state, message and last log lines
 */
export async function converge(engine: Engine, id: string, { limit, isNew, signal }: Wait): Promise<void> {
  const movement = new Movement(performance.now());
  const watch = new Watch();
  let seen: Sight | undefined;
  /** The service before its specification was put back, which failed tasks are of. */
  let asked: Service | undefined;
  let isStuck = false;
  await poll({ seconds: CAP * limit, signal, foundIn: () => watch.left }, async () => {
    seen = await look(engine, id, signal);
    const { service, tasks, progress } = seen;
    if (!isRolledBack(service) || !asked) asked = service;
    const now = performance.now();
    movement.see(service, tasks, now);
    if (progress.kind === "failed" || watch.isConverged(seen)) return seen;
    isStuck = movement.stillFor(now) > limit + plannedPause(service, tasks);
    return isStuck ? seen : undefined;
  });
  const { service, tasks, progress } = seen!;
  if (progress.kind === "converged") return;
  const name = service.Spec.Name ?? id;
  const told = await tellTasks(engine, asked!, tasks, movement);
  const isLate = progress.kind !== "failed";
  throw new DiagnosticError([
    {
      severity: "error",
      summary: `service "${name}" did not converge${whyNot(seen!, limit, isStuck)}`,
      detail: isLate && isNew ? `${told}\n\n${untaint(name)}` : told,
      path: ["converge_config"],
    },
  ]);
}

function whyNot({ service, progress }: Sight, limit: number, isStuck: boolean): string {
  if (progress.kind === "failed") return `: ${progress.why}`;
  const after = isStuck
    ? `: no task moved on for ${writeDuration(limit * 1e9)}`
    : ` within ${writeDuration(CAP * limit * 1e9)}, although its tasks still move`;
  if (progress.kind === "rolling-back") return `${after}: ${progress.why}`;
  const { there, wanted } = progress as Extract<Progress, { kind: "under-way" }>;
  return `${after}: ${there} of ${wanted} tasks ${doneWord(service)}`;
}

/** Of a new one the provider knows no address: Terraform says it beside the error. */
const untaint = (name: string): string =>
  `Terraform takes a new service that an apply gave up on for broken ("tainted"), and the next apply replaces it. Where it converges after all (\`docker service ps ${name}\` tells), keep it by \`terraform untaint ADDRESS\`, ADDRESS being the docker_service that this error is shown "with".`;

/** Since when each task of a service has been seen to run. */
class Watch {
  private readonly since = new Map<string, number>();
  /** Milliseconds until the tasks will have run for long enough; undefined where not all of them run. */
  left: number | undefined;

  /** Whether the service is what it should be, and every task that runs has done so for a while. */
  isConverged({ service, tasks, progress }: Sight): boolean {
    this.left = undefined;
    if (progress.kind !== "converged") return false;
    const { Healthcheck } = (service.Spec.TaskTemplate?.ContainerSpec ?? {}) as ContainerSpec;
    // A task with a health check runs once it has passed.
    if (Healthcheck?.Test?.length && Healthcheck.Test[0] !== "NONE") return true;
    const failed = new Set(tasks.filter((task) => stateOf(task) === "failed" && isCurrent(task, service)).map(slotOf));
    const running = tasks.filter((task) => task.DesiredState === "running" && stateOf(task) === "running");
    const now = performance.now();
    const left = running.map((task) => {
      if (!this.since.has(task.ID)) this.since.set(task.ID, now);
      const needed = failed.has(slotOf(task)) ? STEADY_AFTER_FAILURE_SECONDS : STEADY_SECONDS;
      return this.since.get(task.ID)! + needed * 1000 - now;
    });
    this.left = Math.max(0, ...left);
    return this.left === 0;
  }
}

const doneWord = ({ Spec: { Mode } }: Service): string =>
  Mode?.ReplicatedJob || Mode?.GlobalJob ? "have completed" : "are running";
