import { LabProblem } from "./problem";
import { complain, say, screen } from "./terminal";
import { work } from "./words/work";

/** Ctrl-C, the end of a terminal's window, and what a service manager sends. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** What goes on in the command, and how it is told to stop. */
interface Stoppable {
  stop(): void;
}

const running = new Set<Stoppable>();
let isInterrupted = false;

/** Has an interruption stop something while it goes on, instead of ending ./lab. */
export async function stoppable<T>(what: Stoppable, end: Promise<T>): Promise<T> {
  running.add(what);
  if (isInterrupted) what.stop();
  try {
    return await end;
  } finally {
    running.delete(what);
  }
}

/** Whether nothing more is to be begun. */
export const wasInterrupted = (): boolean => isInterrupted;

/**
 * Runs a command that an interruption ends in order: what is stoppable is told to stop and waited for, anything else is
 * left at once.
 *
 * @param helps what to do then, in words
 * @throws LabProblem `interrupted`
 */
export async function interruptible<T>(helps: string, command: () => Promise<T>): Promise<T> {
  const interrupt = () => {
    if (running.size === 0) giveUp(helps);
    else if (!isInterrupted) say(work.stopping(helps));
    isInterrupted = true;
    for (const each of running) each.stop();
  };
  for (const signal of signals) process.on(signal, interrupt);
  let result: T;
  try {
    result = await command();
  } catch (error) {
    throw isInterrupted ? LabProblem.of("interrupted", { helps }) : error;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
  if (isInterrupted) throw LabProblem.of("interrupted", { helps });
  return result;
}

function giveUp(helps: string): never {
  screen.close();
  complain(LabProblem.of("interrupted", { helps }).message);
  process.exit(INTERRUPTED);
}

/** Exit code of a command that was interrupted, as a shell has it for Ctrl-C. */
export const INTERRUPTED = 130;
