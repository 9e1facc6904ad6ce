import { styled } from "../colour";
import type { Activity } from "./activity";

/** A stage whose turn comes after others'. */
export const waiting = (stage: string, others: readonly string[]): Activity => {
  const text = `${stage}  waits for ${others.join(", ")}`;
  return {
    lines: (_, columns) => [styled("dim", `· ${text}`.slice(0, columns - 1), process.stderr)],
    brief: () => `${stage}: waits for ${others.join(", ")}`,
  };
};
