import type { Engine, Service, Task } from "../../../engine";

/** States that a task does not leave. Source: https://docs.docker.com/engine/swarm/how-swarm-mode-works/swarm-task-states/ */
const ENDED: ReadonlySet<string> = new Set(["complete", "shutdown", "failed", "rejected", "remove", "orphaned"]);

export const stateOf = ({ Status }: Task): string => Status.State ?? "new";
export const hasEnded = (task: Task): boolean => ENDED.has(stateOf(task));
export const hasFailed = (task: Task): boolean => ["failed", "rejected"].includes(stateOf(task));

/** What a task is one of a kind in: its number, or, of a global service, its node. */
export const slotOf = ({ Slot, NodeID, ID }: Task): string => String(Slot || NodeID || ID);

/**
 * The service's tasks, older ones that were replaced among them. The engine refuses to filter by a service that is
 * gone, and by name finds all that begin like it.
 */
export async function tasksOf(
  engine: Engine,
  { id, name }: { readonly id: string; readonly name: string },
  signal?: AbortSignal,
): Promise<Task[]> {
  const named = await engine.tasks.list({ filters: { name: [name] }, signal });
  return named.filter(({ ServiceID }) => ServiceID === id);
}

/**
 * Whether the task is of the service's present specification. Where only the placement changed, a task that still fits
 * is kept by the swarm; and of what runs it (`Runtime`) a task does not tell.
 */
export function isCurrent(task: Task, service: Service): boolean {
  const compared = ({ Placement, Runtime, ...rest }: Record<string, unknown>) => JSON.stringify(ordered(rest));
  return (
    compared(task.Spec as Record<string, unknown>) === compared(service.Spec.TaskTemplate as Record<string, unknown>)
  );
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
}
