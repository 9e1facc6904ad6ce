import { readDuration, sameDuration, writeDuration } from "../../../formats/duration";
import { string } from "../../schema";
import { duration as valid } from "../../schema/validators";

/** A duration with a default; two spellings of one are the same. */
export const duration = (doc: string, fallback: string) =>
  string({ optional: true, default: fallback, same: sameDuration, validate: valid(), doc });

/**
 * A duration that the swarm chooses where there is none. Where nothing is asked the community provider asks for none at
 * all, and has `0s` in its states: a service that is taken over from it keeps that until another one is asked for.
 */
export const optionalDuration = (doc: string) =>
  string({ optional: true, zero: "0s", same: sameDuration, validate: valid(), doc });

/** Nanoseconds, as the Engine API has durations. */
export const toNanoseconds = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : readDuration(text);

/** In a spelling that stands for no "not set", so that an import tells that none at all is asked for. */
export const fromOptional = (nanoseconds: number | null | undefined): string | undefined =>
  nanoseconds === 0 ? "0" : fromNanoseconds(nanoseconds);

export const fromNanoseconds = (nanoseconds: number | null | undefined): string | undefined =>
  nanoseconds === undefined || nanoseconds === null ? undefined : writeDuration(nanoseconds);
