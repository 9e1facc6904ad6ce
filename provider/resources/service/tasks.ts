import type { Engine, Service, Task } from "../../engine";

/** States that a task does not leave. Source: https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/ */
const ENDED: ReadonlySet<string> = new Set(["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]);

export const stateOf = ({ Status }: Task): string => Status.State ?? "new";
export const hasEnded = (task: Task): boolean => ENDED.has(stateOf(task));

/** The service's tasks, older ones that were replaced among them. */
export const tasksOf = (engine: Engine, service: string, signal: AbortSignal): Promise<Task[]> =>
  engine.tasks.list({ filters: { service: [service] }, signal });

/**
 * Whether the task is of the service's present specification. Where only the placement changed, a task that still fits
 * is kept by the swarm.
 */
export function isCurrent(task: Task, service: Service): boolean {
  const compared = ({ Placement: _, ...rest }: Record<string, unknown>) => JSON.stringify(sorted(rest));
  return (
    compared({ ...(task.Spec as Record<string, unknown>) }) ===
    compared({ ...(service.Spec.TaskTemplate as Record<string, unknown>) })
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
