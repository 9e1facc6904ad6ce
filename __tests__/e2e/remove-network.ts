import { type Engine, isEngineError } from "../../engine";

/**
 * Removes a network of a test's own. One of whose endpoints the engine lost count stays until the engine is restarted:
 * that is said, and fails no test, since nobody but the engine can mend it.
 */
export async function removeNetwork({ networks }: Engine, name: string): Promise<void> {
  try {
    await networks.tryRemove(name);
  } catch (error) {
    if (!isEngineError(error, "endpoints-lost")) throw error;
    console.warn(`left behind: ${error.message}`);
  }
}
