import { isEngineError } from "../../../engine";
import { betweenQuestions, isLeaderless, LONGEST_ELECTION_MS } from "./election";

/**
 * Does it again, from finding a manager on, where the one that was asked has stopped being one in the middle of it, or
 * the swarm is just electing its leader.
 */
export async function againWithAnother<T>(step: () => Promise<T>, signal: AbortSignal): Promise<T> {
  const deadline = Date.now() + LONGEST_ELECTION_MS;
  for (;;) {
    try {
      return await step();
    } catch (error) {
      const isPassing = isEngineError(error, "not-a-swarm-manager") || isLeaderless(error);
      if (!isPassing || Date.now() > deadline) throw error;
    }
    await betweenQuestions(signal);
  }
}
