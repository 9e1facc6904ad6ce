import type { Service, Task } from "../../engine";
import { hasEnded, isCurrent, stateOf } from "./tasks";

/** How far a service is from what it should be. */
export type Progress =
  | { readonly kind: "converged" }
  | { readonly kind: "under-way"; readonly running: number; readonly wanted: number }
  /** It will not get there by itself. */
  | { readonly kind: "failed"; readonly why: string };

/** Outcomes of an update that end it without the new tasks. */
const GIVEN_UP: Readonly<Record<string, string>> = {
  paused: "the update was paused after a failure",
  rollback_started: "the update failed and is being rolled back",
  rollback_paused: "the update failed, and so did its roll-back",
  rollback_completed: "the update failed and was rolled back",
};

/** What the service and its tasks say. Jobs are done when their tasks have completed. */
export function progressOf(service: Service, tasks: readonly Task[]): Progress {
  const { State, Message } = service.UpdateStatus ?? {};
  const givenUp = State && GIVEN_UP[State];
  if (givenUp) return { kind: "failed", why: Message ? `${givenUp}: ${Message}` : givenUp };
  const { Mode } = service.Spec;
  if (Mode?.ReplicatedJob || Mode?.GlobalJob) return jobProgress(service, tasks);
  const alive = tasks.filter((task) => task.DesiredState === "running");
  const current = alive.filter((task) => isCurrent(task, service));
  const running = current.filter((task) => stateOf(task) === "running").length;
  // A global service has a task on each node that can take one; the swarm makes them all at once.
  const wanted = Mode?.Global ? Math.max(alive.length, 1) : (Mode?.Replicated?.Replicas ?? 1);
  const isDone =
    running >= wanted && alive.length === current.length && alive.length === (Mode?.Global ? running : wanted);
  return isDone && State !== "updating" ? { kind: "converged" } : { kind: "under-way", running, wanted };
}

function jobProgress(service: Service, tasks: readonly Task[]): Progress {
  const { Mode, TaskTemplate } = service.Spec;
  const iteration = service.JobStatus?.JobIteration?.Index ?? 0;
  const ofThisRun = tasks.filter((task) => (task.JobIteration?.Index ?? 0) === iteration);
  const completed = ofThisRun.filter((task) => stateOf(task) === "complete").length;
  const wanted = Mode?.ReplicatedJob ? (Mode.ReplicatedJob.TotalCompletions ?? 1) : Math.max(slots(ofThisRun), 1);
  if (completed >= wanted) return { kind: "converged" };
  const isOver = ofThisRun.length > 0 && ofThisRun.every(hasEnded);
  if (isOver && TaskTemplate?.RestartPolicy?.Condition === "none") {
    return {
      kind: "failed",
      why: `${completed} of ${wanted} tasks of the job completed, and the restart policy starts no more`,
    };
  }
  return { kind: "under-way", running: completed, wanted };
}

const slots = (tasks: readonly Task[]): number => new Set(tasks.map(({ NodeID }) => NodeID)).size;
