import { labelBlocksOf } from "../label-upgrade";

type Raw = Record<string, unknown>;

/**
 * Labels were maps until version 2 of the schema. Version 1 differs from 0 in the order of ports alone, which has no
 * meaning here.
 */
export const upgrades = {
  1: (state: Raw): Raw => ({
    ...state,
    labels: labelBlocksOf(state["labels"]),
    mounts: listOf(state["mounts"]).map((mount) => ({
      ...mount,
      volume_options: listOf(mount["volume_options"]).map((options) => ({
        ...options,
        labels: labelBlocksOf(options["labels"]),
      })),
    })),
  }),
};

const listOf = (value: unknown): Raw[] => (Array.isArray(value) ? (value as Raw[]) : []);
