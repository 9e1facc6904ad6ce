import { styled } from "../colour";
import { progress } from "../words/progress";
import type { Activity } from "./activity";

/** A stage whose turn comes after others'. */
export const waiting = (stage: string, others: readonly string[]): Activity => {
  const text = `${stage}  ${progress.waitsFor(others)}`;
  return {
    lines: (_, columns) => [styled("dim", `· ${text}`.slice(0, columns - 1), process.stderr)],
    brief: () => `${stage}: ${progress.waitsFor(others)}`,
  };
};
