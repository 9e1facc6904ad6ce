import type { Service, Task } from "../../../engine";
import { hasEnded, isCurrent, slotOf, stateOf } from "./tasks";

/** How far a service is from what it should be. */
export type Progress =
  | { readonly kind: "converged" }
  | { readonly kind: "under-way"; readonly there: number; readonly wanted: number }
  /** It will not get there, and what was before it is being put back. */
  | { readonly kind: "rolling-back"; readonly why: string }
  /** It will not get there by itself. */
  | { readonly kind: "failed"; readonly why: string };

/** Outcomes of an update that end it without the new tasks. */
const GIVEN_UP: Readonly<Record<string, string>> = {
  paused: "the update was paused after a failure",
  rollback_started: "the update failed and is being rolled back",
  rollback_paused: "the update failed, and so did its roll-back",
  rollback_completed: "the update failed and was rolled back",
};

/** What ended the update before the new tasks were there; undefined where nothing did. */
export function whyGivenUp({ UpdateStatus }: Service): string | undefined {
  const { State, Message } = UpdateStatus ?? {};
  const why = State ? GIVEN_UP[State] : undefined;
  return why && Message ? `${why}: ${Message}` : why;
}

const isBeingRolledBack = ({ UpdateStatus }: Service): boolean =>
  (UpdateStatus?.State as string | undefined) === "rollback_started";

/** What the service and its tasks say. Jobs are done when their tasks have completed. */
export function progressOf(service: Service, tasks: readonly Task[]): Progress {
  const why = whyGivenUp(service);
  if (why) return { kind: isBeingRolledBack(service) ? "rolling-back" : "failed", why };
  const { Mode } = service.Spec;
  if (Mode?.ReplicatedJob || Mode?.GlobalJob) return jobProgress(service, tasks);
  const held = tasks.filter(isHeld);
  const current = held.filter((task) => isCurrent(task, service));
  const there = current.filter((task) => stateOf(task) === "running").length;
  const ended = endedForGood(service, tasks, held);
  // A global service has a task on each node that can take one; the swarm makes them all at once.
  const wanted = Mode?.Global ? Math.max(held.length + ended, 1) : (Mode?.Replicated?.Replicas ?? 1);
  const isUpdating = service.UpdateStatus?.State === "updating";
  if (there === wanted && held.length === wanted && !isUpdating) return { kind: "converged" };
  if (held.length < wanted && held.length + ended >= wanted) return over(ended, wanted);
  return { kind: "under-way", there, wanted };
}

/** Whether the swarm means to have the task: `ready` is one that waits for its restart. */
const isHeld = ({ DesiredState }: Task): boolean => DesiredState === "running" || DesiredState === "ready";

const over = (ended: number, wanted: number): Progress => ({
  kind: "failed",
  why: `${ended} of ${wanted} ${wanted === 1 ? "task has" : "tasks have"} ended, and the restart policy starts no more`,
});

/** Slots whose task ended by itself and got no successor: a restart makes the new task at once, if for later. */
function endedForGood(service: Service, tasks: readonly Task[], held: readonly Task[]): number {
  const filled = new Set(held.map(slotOf));
  const ended = tasks.filter(
    (task) => endedByItself(task) && task.DesiredState !== "remove" && isCurrent(task, service),
  );
  return new Set(ended.map(slotOf).filter((slot) => !filled.has(slot))).size;
}

const endedByItself = (task: Task): boolean => ["complete", "failed", "rejected"].includes(stateOf(task));

function jobProgress(service: Service, tasks: readonly Task[]): Progress {
  const { Mode } = service.Spec;
  const iteration = service.JobStatus?.JobIteration?.Index ?? 0;
  const ofThisRun = tasks.filter((task) => (task.JobIteration?.Index ?? 0) === iteration);
  const completed = ofThisRun.filter((task) => stateOf(task) === "complete").length;
  const nodes = new Set(ofThisRun.map(slotOf)).size;
  const wanted = Mode?.ReplicatedJob ? (Mode.ReplicatedJob.TotalCompletions ?? 1) : Math.max(nodes, 1);
  if (completed >= wanted) return { kind: "converged" };
  const isOver = ofThisRun.length > 0 && ofThisRun.every((task) => hasEnded(task) && !isWaitedFor(task));
  return isOver ? over(ofThisRun.length - completed, wanted) : { kind: "under-way", there: completed, wanted };
}

/** A failed task that the swarm has not yet given up. */
const isWaitedFor = (task: Task): boolean => task.DesiredState === "complete" && stateOf(task) !== "complete";
