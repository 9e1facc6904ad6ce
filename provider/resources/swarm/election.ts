import { setTimeout as pause } from "node:timers/promises";
import { isEngineError } from "../../../engine";

/** An election takes 14 to 21 s where a leader of three has died. */
export const LONGEST_ELECTION_MS = 30_000;

/** No engine reports the end of an election: it is asked again after this. */
export const betweenQuestions = (signal: AbortSignal): Promise<void> => pause(250, undefined, { signal });

/** Whether a manager answers that its swarm has no leader, or that the one it had has just gone. */
export const isLeaderless = (error: unknown) => isEngineError(error, "no-leader", "manager-unreachable");
