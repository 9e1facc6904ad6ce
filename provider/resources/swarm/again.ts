import { isEngineError } from "../../engine";

/** As many managers as a swarm should have at most may stop being one while a step is made. */
const MOST_TRIES = 7;

/** Does it again, from finding a manager on, where the one that was asked has stopped being one in the middle of it. */
export async function againWithAnother<T>(step: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (!isEngineError(error, "not-a-swarm-manager") || tries === MOST_TRIES) throw error;
    }
  }
}
