import { string } from "../../schema";
import { formatDuration, sameDuration, tryDuration, validateDuration } from "../duration";

/** A duration with a default; two spellings of one are the same. */
export const duration = (doc: string, fallback: string) =>
  string({ optional: true, default: fallback, same: sameDuration, validate: validateDuration, doc });

/** A duration that the swarm chooses where there is none. */
export const optionalDuration = (doc: string) =>
  string({ optional: true, same: sameDuration, validate: validateDuration, doc });

/** Nanoseconds, as the Engine API has durations. */
export const toNanoseconds = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : tryDuration(text);

export const fromNanoseconds = (nanoseconds: number | null | undefined): string | undefined =>
  nanoseconds === undefined || nanoseconds === null ? undefined : formatDuration(nanoseconds);
