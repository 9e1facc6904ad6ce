import { LabProblem } from "../problem";

/**
 * Lets what a run has started be taken down where somebody interrupts it.
 *
 * @param command that goes on from there with --resume: `engines`
 * @throws LabProblem `tests-interrupted`
 */
export async function interruptible(command: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  try {
    await work(interruption.signal);
    interruption.signal.throwIfAborted();
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    throw LabProblem.of("tests-interrupted", { command });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
