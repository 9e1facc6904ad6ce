import type { Service, Task } from "../../../engine";
import type { ContainerSpec } from "./container-spec";
import { hasHealthCheck } from "./first-check";
import { hasFailed, isCurrent, slotOf, stateOf } from "./tasks";

/** States on a task's way, in order. Source: https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/ */
const WAY = ["new", "pending", "assigned", "accepted", "preparing", "ready", "starting", "running", "complete"];

/** How long an update watches a new task where nobody says: the swarm's own. */
const MONITOR_SECONDS = 5;

/**
 * When a service last came nearer to what it should be. A slot moves when a task of it gets further than any before it
 * did: one that fails and is started again moves nothing. What lasts without a word from the node counts while it goes
 * on: `preparing`, which is the pull of the image, and `starting`, with a health check through its start period.
 */
export class Movement {
  private readonly furthest = new Map<string, number>();
  private readonly since = new Map<string, number>();

  /** @param last milliseconds, of the clock that `see` is told as well */
  constructor(private last: number) {}

  see(service: Service, tasks: readonly Task[], now: number): void {
    const current = tasks.filter((task) => isCurrent(task, service));
    const failed = new Set(current.filter(hasFailed).map((task) => keyOf(service, task)));
    for (const task of current) {
      const key = keyOf(service, task);
      const reached = WAY.indexOf(stateOf(task));
      const isFurther = reached > (this.furthest.get(key) ?? -1);
      if (isFurther) this.furthest.set(key, reached);
      if (!this.since.has(visitOf(task))) this.since.set(visitOf(task), now);
      if (isFurther || (!failed.has(key) && this.goesOn(task, service, now))) this.last = now;
    }
  }

  /** Seconds without any movement. */
  stillFor(now: number): number {
    return (now - this.last) / 1000;
  }

  /** Seconds that the task has been seen in its state. */
  secondsIn(task: Task, now: number): number {
    return (now - (this.since.get(visitOf(task)) ?? now)) / 1000;
  }

  /** Whether the task is at something that takes its time, and of which nothing more can be seen. */
  private goesOn(task: Task, { Spec }: Service, now: number): boolean {
    if (stateOf(task) === "preparing") return true;
    if (stateOf(task) !== "starting") return false;
    const { Healthcheck } = (Spec.TaskTemplate?.ContainerSpec ?? {}) as ContainerSpec;
    return !hasHealthCheck(Healthcheck) || this.secondsIn(task, now) < seconds(Healthcheck?.StartPeriod);
  }
}

const visitOf = (task: Task): string => `${task.ID} ${stateOf(task)}`;

/** The slot, anew for each run of a job and for an update's way back. */
const keyOf = (service: Service, task: Task): string =>
  [isRolledBack(service), task.JobIteration?.Index ?? 0, slotOf(task)].join(" ");

/** Whether the specification is the one before the update again. */
export const isRolledBack = ({ UpdateStatus }: Service): boolean =>
  UpdateStatus?.State?.startsWith("rollback") ?? false;

/** Seconds in which a swarm that does as it was told moves nothing: between two tasks of an update, and at their end. */
export function plannedPause(service: Service, tasks: readonly Task[]): number {
  const { Spec, UpdateStatus } = service;
  const state: string = UpdateStatus?.State ?? "";
  const config = state === "updating" ? Spec.UpdateConfig : state === "rollback_started" ? Spec.RollbackConfig : null;
  // The engine lets two delays and the time to watch the last task go by before it calls an update complete.
  const between = config ? 2 * seconds(config.Delay) + (seconds(config.Monitor) || MONITOR_SECONDS) : 0;
  const graces = tasks.filter(isStopping).map(({ Spec: spec }) => seconds(spec?.ContainerSpec?.StopGracePeriod));
  return between + Math.max(0, ...graces);
}

const isStopping = (task: Task): boolean =>
  ["shutdown", "remove"].includes(task.DesiredState ?? "") && stateOf(task) === "running";

const seconds = (nanoseconds: number | null | undefined): number => (nanoseconds ?? 0) / 1e9;
