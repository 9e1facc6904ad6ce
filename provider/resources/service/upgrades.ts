import { labelBlocksOf } from "../label-upgrade";

type Raw = Record<string, unknown>;

/**
 * States of the community provider's earlier schemas: labels were maps until version 1, the restart policy and the
 * credentials until version 2.
 */
export const upgrades = {
  0: (state: Raw): Raw => ({
    ...state,
    labels: labelBlocksOf(state["labels"]),
    task_spec: blocksOf(state["task_spec"]).map((task) => ({
      ...task,
      container_spec: blocksOf(task["container_spec"]).map((container) => ({
        ...container,
        labels: labelBlocksOf(container["labels"]),
        mounts: blocksOf(container["mounts"]).map((mount) => ({
          ...mount,
          volume_options: blocksOf(mount["volume_options"]).map((options) => ({
            ...options,
            labels: labelBlocksOf(options["labels"]),
          })),
        })),
      })),
    })),
  }),
  1: (state: Raw): Raw => ({
    ...state,
    auth: blocksOf(state["auth"]),
    task_spec: blocksOf(state["task_spec"]).map((task) => ({
      ...task,
      restart_policy: blocksOf(task["restart_policy"]).map(({ max_attempts: attempts, ...policy }) => ({
        ...policy,
        ...(attempts !== undefined && { max_attempts: Number(attempts) }),
      })),
    })),
  }),
};

/** A map that stands where blocks do now is one block; an empty one none. */
function blocksOf(value: unknown): Raw[] {
  if (Array.isArray(value)) return value as Raw[];
  return value && Object.keys(value).length > 0 ? [value as Raw] : [];
}
