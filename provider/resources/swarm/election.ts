import { setTimeout as pause } from "node:timers/promises";

/** An election takes 14 to 21 s where a leader of three has died. */
export const LONGEST_ELECTION_MS = 30_000;

/** No engine reports the end of an election: it is asked again after this. */
export const betweenQuestions = (signal: AbortSignal): Promise<void> => pause(250, undefined, { signal });
